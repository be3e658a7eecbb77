import { posix } from 'node:path';

/**
 * A document that names a file is wrong when the file is gone: every relative link and every path in backticks that
 * begins with a top-level folder must exist.
 */
const LINK = /\]\((?!https?:|#|mailto:)([^)\s#]+)/g;
const PATH = /`((?:apps|libs|proto|tools|docs|\.ci)\/[A-Za-z0-9_./-]+)`/g;

export function missingFiles(
  document: string,
  text: string,
  exists: (file: string) => boolean,
): readonly string[] {
  const linked = [...text.matchAll(LINK)].map(([, target = '']) =>
    posix.join(posix.dirname(document), target),
  );
  const named = [...text.matchAll(PATH)].map(([, path = '']) => path);
  return [...linked, ...named]
    .map((path) => path.replace(/\/$/, ''))
    .filter((path) => !exists(path))
    .map((path) => `${document}: names ${path}, which does not exist`);
}
