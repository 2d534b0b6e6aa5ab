/** Radicals without a decomposition of their own, each before the character that it stands for. */
const SUPPLEMENT =
  '⼾户⺁厂⺌小⺍小⺎兀⺏尢⺐尢⺒巳⺓幺⺛旡⺝月⺞歺⺟母⺠民⺢水⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺴网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟';

const UNIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, index) => [
    SUPPLEMENT.charAt(index * 2),
    SUPPLEMENT.charAt(index * 2 + 1),
  ]),
);

/** Matches ⼀ (U+2F00), ⺠ (U+2EA0) and the compatibility ideographs; no ordinary character. */
const RADICAL = /[\u2e80-\u2fd5\uf900-\ufad9]/g;

/**
 * Turns radicals back into the characters that a font drew with them: many PDFs map 民 and 一 to ⺠ and ⼀, which look the same and
 * are found by no search.
 */
export function unifyRadicals(text: string): string {
  return text.replace(RADICAL, (radical) => UNIFIED.get(radical) ?? radical.normalize('NFKC'));
}
