import { createHash } from 'node:crypto';
import { fetchedNames } from './app-packages';
import type { LockFile } from './lock-file';

/** What this project reads of a CycloneDX document; the rest goes through as npm wrote it. */
export interface Bom {
  readonly bomFormat: string;
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: { readonly purl: string } };
  readonly components: readonly BomComponent[];
}

interface BomComponent {
  readonly 'bom-ref': string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** The same packages give the same text: no time, and a serial number that comes from the content. */
export function settled(bom: Bom): Bom {
  const { timestamp: _timestamp, ...metadata } = bom.metadata;
  const { serialNumber: _serialNumber, ...rest } = { ...bom, metadata };
  const hex = createHash('sha256').update(JSON.stringify(rest)).digest('hex');
  // A UUID of version 8 (RFC 9562 section 5.8), whose other bits are ours to choose.
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return { ...rest, serialNumber: `urn:uuid:${uuid.join('-')}` };
}

/** The document must name exactly what the lock file would install on some platform, each with the checksum it is installed by. */
export function bomMistakes(bom: Bom, lockFile: Pick<LockFile, 'packages'>): readonly string[] {
  const expected = fetchedNames(lockFile);
  const listed = bom.components.map((component) => component['bom-ref']);
  return [
    ...(bom.bomFormat === 'CycloneDX' ? [] : ['is no CycloneDX document']),
    ...expected.filter((name) => !listed.includes(name)).map((name) => `leaves out ${name}`),
    ...listed
      .filter((name) => !expected.includes(name))
      .map((name) => `names ${name}, which is not installed`),
    ...bom.components
      .filter(({ hashes = [] }) => !hashes.some(({ alg }) => alg === 'SHA-512'))
      .map((component) => `has no SHA-512 of ${component['bom-ref']}`),
  ];
}
