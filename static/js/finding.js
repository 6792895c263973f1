// How well words that were typed fit a line of a list.

/** The words of what was typed: `empty`, and `of(title, rest)`, more the better it fits, 0 where a word is nowhere. */
export function wordsIn(typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    empty: words.length === 0,
    of(title, rest) {
      const head = title.toLowerCase(), tail = rest.toLowerCase();
      let points = 1;
      for (const word of words) {
        const at = head.indexOf(word);
        if (at === 0) points += head === word ? 12 : 8;
        else if (at > 0) points += /[\s_:.-]/.test(head[at - 1]) ? 5 : 2;
        else if (tail.includes(word)) points += 0.5;
        else return 0;
      }
      if (head.startsWith(words.join(" "))) points += 4;
      return points - head.length / 1000; // of two that fit alike, the shorter is meant
    },
  };
}
