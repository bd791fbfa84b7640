const emojiTone: readonly (readonly [tone: number, emoji: string])[] = [
  [2, "😍🥰😻💖💗💘💝💕❤♥🔥👍👏🙌🤩💯🎉🏆😘💪🥳⭐🌟"],
  [1, "😀😁😃😄😆😊🙂☺😇😉😋😎🤗👌✨🌸🌹💐😌🙏😂🤣💙💚💛🧡💜✅☀🎁😜💋😚😸✌🤝❣"],
  [-1, "😕🙁☹😟😐😑😒🙄😩😫😓😥😰😔😞😣😖🤔🤦💔😿😶😪🤨🥺🆘"],
  [-2, "😠😡🤬👎🤮🤢😤😭😢💩🖕😱👿🤡😾🚫❌"],
];
const toneOfEmoji = new Map(
  emojiTone.flatMap(([tone, emoji]) => [...emoji].map((one): [string, number] => [one, tone])),
);

/** What a written sign says of the mood, from -2 to 2; 0 for one that says nothing. Brackets count as Russian smileys. */
export const signTone = (sign: string): number => {
  const known = toneOfEmoji.get(sign);
  if (known !== undefined) return known;
  const many = sign.length >= 3 ? 1.5 : 1;
  if (sign === "</3") return -2;
  if (sign === "<3") return 2;
  if (/^\^|[)D\]дД*3]$/.test(sign)) return many;
  if (/[([]$/.test(sign)) return -many;
  if (/[/\\|]$/.test(sign)) return -0.5;
  return 0;
};
