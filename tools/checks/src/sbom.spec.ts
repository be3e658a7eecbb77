import { rootLockFile } from './app-folder';
import { appPackages, fetchedNames } from './app-packages';
import { bomMistakes, settled, type Bom } from './bill-of-materials';
import { billOfMaterials } from './sbom';

jest.setTimeout(60_000);

describe("the edge's bill of materials, as npm writes it", () => {
  let bom: Bom;
  beforeAll(async () => {
    bom = await billOfMaterials('edge');
  });

  it('names the app and every package that its image installs', () => {
    expect(bom.metadata.component.purl).toBe('pkg:npm/%40countersign/edge@0.1.0');
    const { lockFile } = appPackages(rootLockFile(), 'edge');
    expect(bom.components.map((component) => component['bom-ref']).sort()).toEqual(fetchedNames(lockFile));
  });

  it('is the same text again', async () => {
    expect(JSON.stringify(await billOfMaterials('edge'))).toBe(JSON.stringify(bom));
  });
});

const component = (ref: string) => ({ 'bom-ref': ref, hashes: [{ alg: 'SHA-512', content: 'ab' }] });
const planted = (...components: Bom['components']): Bom => ({
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:1',
  metadata: { timestamp: '2026-01-01T00:00:00Z', component: { purl: 'pkg:npm/app@1.0.0' } },
  components,
});
const packages = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } };

it('may leave out nothing, name nothing else and needs a checksum each', () => {
  expect(bomMistakes(planted(component('a@1.0.0'), component('b@2.0.0')), { packages })).toEqual([]);
  expect(bomMistakes(planted(component('a@1.0.0')), { packages })).toEqual(['leaves out b@2.0.0']);
  expect(
    bomMistakes(planted(component('a@1.0.0'), component('b@2.0.0'), component('c@1.0.0')), { packages }),
  ).toEqual(['names c@1.0.0, which is not installed']);
  expect(bomMistakes(planted(component('a@1.0.0'), { 'bom-ref': 'b@2.0.0' }), { packages })).toEqual([
    'has no SHA-512 of b@2.0.0',
  ]);
  expect(bomMistakes({ ...planted(), bomFormat: 'SPDX' }, { packages: {} })).toEqual([
    'is no CycloneDX document',
  ]);
});

it('has a serial number of its content, and no time', () => {
  const bom = settled(planted(component('a@1.0.0')));
  expect(bom.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(bom.metadata).toEqual({ component: { purl: 'pkg:npm/app@1.0.0' } });
  expect(settled({ ...planted(component('a@1.0.0')), serialNumber: 'urn:uuid:2' })).toEqual(bom);
  expect(settled(planted(component('a@1.0.1'))).serialNumber).not.toBe(bom.serialNumber);
});
