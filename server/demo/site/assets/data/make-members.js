import { cities, menNames, surnames, womenNames } from './list-names.js';
import { daysAgo } from './roll-dice.js';

/** 240 members from 1001 on; everybody's sponsor joined before them, the first one has none. */
export function makeMembers(dice, region) {
  const members = [];
  for (let number = 1001; number <= 1240; number += 1) {
    const name = makeName(dice);
    const joined = 1240 - number;
    const volume = dice.chance(0.7) ? dice.number(4, 60) * 5 : 0;
    members.push({
      number,
      name,
      city: dice.one(cities[region]),
      email: `${name.en.toLowerCase().replace(' ', '.')}.${number}@mail.example`,
      phone: `+7${dice.number(900, 999)}${dice.number(1_000_000, 9_999_999)}`,
      sponsor: pickSponsor(dice, number),
      rank: Math.max(0, Math.min(4, Math.floor((1300 - number) / 70) - dice.number(0, 2))),
      status: dice.chance(0.06) ? 'blocked' : volume > 0 ? 'active' : dice.chance(0.2) ? 'new' : 'idle',
      joined: daysAgo(joined * 4 + dice.number(0, 3)),
      volume,
      groupVolume: volume + dice.number(0, Math.max(40, (1240 - number) * 12)),
    });
  }
  return members;
}

/** Early members sponsor most others; 1042 has a branch of their own. */
function pickSponsor(dice, number) {
  if (number === 1001) return null;
  if (number > 1060 && dice.chance(0.05)) return 1042;
  return dice.number(1001, Math.min(number - 1, 1003 + Math.floor((number - 1001) / 3)));
}

function makeName(dice) {
  const surname = dice.one(surnames);
  const isWoman = dice.chance(0.72);
  const first = dice.one(isWoman ? womenNames : menNames);
  const [ru, en] = isWoman ? ['а', 'a'] : ['', ''];
  return { ru: `${first.ru} ${surname.ru}${ru}`, en: `${first.en} ${surname.en}${en}` };
}
