/**
 * Who is calling: the name in the client certificate's URI `spiffe://countersign/<name>`, and nothing else. A
 * certificate names a peer only if it carries exactly one URI and that URI is of this form to the letter; every other
 * certificate, and none at all, names nobody.
 *
 * Node gives the alternative names as one text, with values that could be mistaken for several entries written as JSON
 * strings (CVE-2021-44532). So the text is read entry by entry, quotes included, and never searched.
 */
import type { PeerCertificate } from 'node:tls';

const entry = /([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^",]*)(?:, |$)/y;
const peerUri = /^spiffe:\/\/countersign\/([a-z][a-z0-9-]{0,31})$/;

/** The URIs among the alternative names, or undefined when the text is not as Node writes it. */
export const urisIn = (alternativeNames: string): readonly string[] | undefined => {
  const uris: string[] = [];
  entry.lastIndex = 0;
  while (entry.lastIndex < alternativeNames.length) {
    const match = entry.exec(alternativeNames);
    if (match === null) return undefined;
    if (match[1] === 'URI') uris.push(match[2] ?? '');
  }
  return uris;
};

/** The peer that an already verified certificate names, or undefined. */
export const peerNamedBy = (
  certificate: Pick<PeerCertificate, 'subjectaltname'> | undefined,
): string | undefined => {
  const uris = urisIn(certificate?.subjectaltname ?? '');
  if (uris?.length !== 1) return undefined;
  return peerUri.exec(uris[0] ?? '')?.[1];
};
