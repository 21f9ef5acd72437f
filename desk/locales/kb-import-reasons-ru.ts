/** What the server says of a file, in Russian. `$1` … stand for what it quotes. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^title is missing$|^a title is missing$/, 'нет названия'],
  [/^the front matter has no closing line ---$/, 'заголовок файла не закрыт строкой ---'],
  [/^the front matter is longer than 64 KB$/, 'заголовок файла длиннее 64 КБ'],
  [/^the front matter takes lines like "(.*)"$/, 'в заголовке файла нужны строки вида «$1»'],
  [/^bad YAML: (.*)$/, 'ошибка в YAML: $1'],
  [/^unknown key "(.*)"; the keys are (.*)$/, 'неизвестный ключ «$1»; есть такие: $2'],
  [/^the text of the article is missing$|^it has no text$/, 'нет текста статьи'],
  [/^a draft of it is being written here: .*$/, 'здесь пишут её черновик: он остаётся как есть'],
  [
    /^(\S+) is no agent here: their articles have no owner$/,
    'сотрудника $1 здесь нет: его статьи без ответственного',
  ],
  [/^(\S+) holds another snippet$/, 'в заготовке $1 стоит другая заготовка'],
  [/^the address is not understood$/, 'адрес непонятен'],
  [/^the address is not of the open internet$/, 'это адрес внутренней сети'],
  [/^it is redirected too often$/, 'слишком много переадресаций'],
  [/^it took too long$/, 'слишком долго не отдавалась'],
  [/^the server does not answer$/, 'сервер не отвечает'],
  [/^the server answers (\d+)$/, 'сервер отвечает $1'],
  [/^its server has failed several times$/, 'её сервер несколько раз не ответил'],
  [/^it is no picture$/, 'это не картинка'],
  [/^there was no room or time left for it$/, 'на неё не хватило места или времени'],
  [/^not UTF-8$/, 'кодировка не UTF-8'],
  [/^a NUL character$/, 'в файле есть нулевой символ'],
  [/^not a regular file$/, 'это не обычный файл'],
  [/^(?:its text is )?larger than (\d+) MB$/, 'больше $1 МБ'],
  [/^cannot be read \((.*)\)$/, 'не читается ($1)'],
  [/^a symbolic link that leads nowhere$/, 'ссылка, которая никуда не ведёт'],
  [/^a symbolic link that leads out of the folder$/, 'ссылка, которая ведёт наружу'],
  [/^number (\d+) is already taken by (.*)$/, 'номер $1 уже занят: $2'],
  [
    /^slug "(.*)" \(made from the title\) is already taken by (.*)$/,
    'адрес «$1» (из названия) уже занят: $2',
  ],
  [/^slug "(.*)" is already taken by (.*)$/, 'адрес «$1» уже занят: $2'],
  [/^there is no file (.*) in the folder$/, 'нет файла $1'],
  [/^no JSON: (.*)$/, 'это не JSON: $1'],
  [
    /^a link to an article that is not in these files( \(\d+ times\))?$/,
    'ссылка на статью, которой в этих файлах нет$1',
  ],
  [/^an image that stays at its old address( \(\d+ times\))?$/, 'картинка осталась на старом адресе$1'],
  [/^a hidden part, left out( \(\d+ times\))?$/, 'скрытая часть пропущена$1'],
  [/^<(.*)>, left out( \(\d+ times\))?$/, '<$1> пропущено$2'],
  [
    /^a draft there, published here: it stays as it is$/,
    'там черновик, здесь опубликована: остаётся как есть',
  ],
  [/^it was removed here$/, 'здесь её удалили'],
  [/^changed there and here: it stays as it is here.*$/, 'изменена и там, и здесь: остаётся как здесь'],
  [/^an article without an id$/, 'статья без идентификатора'],
  [/^its text is missing: save the answer of (.*) too$/, 'нет текста: сохраните и ответ $1'],
  [/^its titles are missing: save the answer with (.*)$/, 'нет названий: сохраните ответ с $1'],
  [
    /^in several categories there, in the first of them here$/,
    'там в нескольких категориях, здесь — в первой',
  ],
  [/^has a draft there that is not in these files$/, 'там есть черновик, которого нет в этих файлах'],
  [/^no pages in the language (.*)$/, 'язык не поддерживается: $1'],
  [
    /^its section is for certain teams there; agents alone read it here$/,
    'там раздел для некоторых команд: здесь читают только сотрудники поддержки',
  ],
  [/^its section (.*) is not in these files$/, 'раздела $1 нет в этих файлах'],
  [
    /^for the user segment «(.*)»: agents alone read it until you say who else may$/,
    'для сегмента «$1»: пока читают только сотрудники поддержки',
  ],
  [/^Files of this type are not taken, only (.*)\.$/, 'такие файлы не берутся, только $1'],
  [/^A virus was found in this file\.$/, 'в файле вирус'],
  [/^This file is empty\.$/, 'файл пустой'],
  [/^A file has at most (\d+) bytes\.$/, 'файл больше $1 байт'],
  [/^(\w+) takes a whole number from .*$/, '$1: нужно целое число'],
  [/^(\w+) takes a date like (.*)$/, '$1: нужна дата вида $2'],
  [/^(\w+) takes one line of at most (\d+) characters$/, '$1: нужна одна строка не длиннее $2 знаков'],
  [/^(\w+) takes letters and digits joined .*$/, '$1: нужны буквы и цифры через дефис, до 100 знаков'],
  [/^(\w+) takes a list of at most (\d+) texts.*$/, '$1: нужен список, не больше $2 строк'],
  [/^(\w+) takes a list of plans' keys$/, '$1: нужен список ключей тарифов'],
  [/^(\w+) takes a list of (\w+) and (\w+)$/, '$1: нужен список из $2 и $3'],
  [/^(\w+) takes (.*) or (\w+)$/, '$1: нужно $2 или $3'],
];

/** Leaves what it does not know as it is. */
export function tellReason(reason: string): string {
  for (const [pattern, told] of REASONS) {
    if (pattern.test(reason)) return reason.replace(pattern, told).replace(/\((\d+) times\)/, '(×$1)');
  }
  const [, address, why] = /^(\S+): (.+)$/.exec(reason) ?? [];
  return address !== undefined && why !== undefined ? `${address}: ${tellReason(why)}` : reason;
}
