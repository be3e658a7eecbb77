import {
  PUBLICATION_ID,
  fault,
  policyVersionId,
  type PolicyVersion,
  type Publication,
} from '@countersign/policy';
import type { Policy } from '@countersign/rpc';
import type { Stored } from '@countersign/store';
import type { EngineDeps } from './deps';
import { policyView } from './policy-view';

type Deps = Pick<EngineDeps, 'policies' | 'publications'>;

/** Throws Fault `not_found`. */
export async function fetchVersion(
  { policies }: Pick<Deps, 'policies'>,
  version: number,
  deadline: number,
): Promise<Stored<PolicyVersion>> {
  const stored = await policies.get(policyVersionId(version), deadline);
  if (stored === undefined) throw fault('not_found', { message: 'no such version' });
  return stored;
}

export const fetchPublication = async (
  { publications }: Pick<Deps, 'publications'>,
  deadline: number,
): Promise<Publication | undefined> => (await publications.get(PUBLICATION_ID, deadline))?.state;

/** A version as it is now. Throws Fault `not_found`. */
export async function policyOf(deps: Deps, version: number, deadline: number): Promise<Policy> {
  const [stored, publication] = await Promise.all([
    fetchVersion(deps, version, deadline),
    fetchPublication(deps, deadline),
  ]);
  return policyView(stored, publication);
}

/** The text of a document that is given, or of a version: exactly one of the two. Throws Fault `not_found`. */
export async function documentText(
  deps: Pick<Deps, 'policies'>,
  { document, version }: { readonly document: string; readonly version: number },
  deadline: number,
): Promise<string> {
  if ((document === '') === (version === 0)) {
    throw fault('invalid', { details: ['document: must be given, or else a version'] });
  }
  return version === 0 ? document : (await fetchVersion(deps, version, deadline)).state.document;
}
