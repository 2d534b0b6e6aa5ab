/**
 * The last words of a text without articles: `（二）提升能效水平。推进…` / `本意见自2022年6月1日起施行。` They stand behind the last item in print and
 * belong to the whole text, where its items hold one paragraph each.
 */
import type { Provision } from '../model/provision.ts';

const isPlain = ({ kind, label }: Provision): boolean => kind === 'paragraph' && label === null;

/** Whether an item is its own one paragraph: （二）提升能效水平。推进园区能源梯级利用。 */
const isRunIn = ({ label, body, children }: Provision): boolean =>
  label !== null && body.text !== '' && !children.some(isPlain);

/** Moves the unlabelled paragraphs behind the last item of `roots` out of it, where no item beside it has any. Changes the tree in place. */
export function liftFinalParagraphs(roots: Provision[]): void {
  if (roots.some(({ kind }) => kind === 'article' || kind === 'chapter' || kind === 'part')) return;
  let siblings: readonly Provision[] = roots;
  let last = roots.at(-1);
  while (last && last.children.length > 0) {
    const from = last.children.findIndex(isPlain);
    const isTail = from >= 0 && last.children.slice(from).every(isPlain);
    if (isTail && last.body.text !== '') {
      const others = siblings.slice(0, -1).filter(({ label }) => label !== null);
      if (others.length > 0 && others.every(isRunIn)) roots.push(...last.children.splice(from));
      return;
    }
    siblings = last.children;
    last = siblings.at(-1);
  }
}
