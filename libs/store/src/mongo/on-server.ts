/**
 * Registers tests that need a MongoDB-protocol server. Without MONGODB_URI they are not run, which is printed, and in
 * their place stands one test that fails where the run must include them (COUNTERSIGN_REQUIRE_MONGO=1, set in CI).
 */
export const describeOnMongo = (name: string, register: (server: string) => void): void => {
  const server = process.env['MONGODB_URI'];
  if (server !== undefined) {
    describe(name, () => register(server));
    return;
  }
  process.stderr.write(`${name}: NOT RUN (set MONGODB_URI or run npm run test:mongo)\n`);
  describe(name, () => {
    it('was not run, and nobody said that it must be (COUNTERSIGN_REQUIRE_MONGO)', () => {
      expect(process.env['COUNTERSIGN_REQUIRE_MONGO'] ?? '').not.toBe('1');
    });
  });
};
