import { describe, expect, it } from 'vitest';
import { readHtml } from '../html/read-html';
import { foldLines } from './fold-lines';
import { splitLines } from './line';

const fold = (text: string, sender = '') => foldLines(splitLines(text), sender);
const foldHtml = (html: string, sender = '') => foldLines(readHtml(html), sender);

describe('the history below an answer is folded', () => {
  it.each([
    [
      'mail.ru',
      'Понедельник, 2 марта 2026, 10:00 +03:00 от Служба поддержки <support@desk.example>:\n>Здравствуйте!\n>',
    ],
    [
      'mail.ru without marks',
      'Понедельник, 2 марта 2026, 10:00 +03:00 от Служба поддержки <support@desk.example>:\n \nЗдравствуйте!',
    ],
    ['Yandex', '02.03.2026, 10:00, "Служба поддержки" <support@desk.example>:\n> Здравствуйте!'],
    ['Yandex without marks', '02.03.2026, 10:00, "Служба поддержки" <support@desk.example>:\nЗдравствуйте!'],
    ['Gmail', 'пн, 2 мар. 2026 г. в 10:00, Служба поддержки <support@desk.example>:\n\n> Здравствуйте!'],
    [
      'Gmail broken over lines',
      'пн, 2 мар. 2026 г. в 10:00, Служба поддержки\n<support@desk.example>:\n\n> Здравствуйте!',
    ],
    [
      'old Gmail',
      '2 марта 2026 г., 10:00 пользователь Служба поддержки <\nsupport@desk.example> написал:\n\n> Здравствуйте!',
    ],
    [
      'Apple Mail',
      '> 2 марта 2026 г., в 10:00, Служба поддержки <support@desk.example> написал(а):\n> \n> Здравствуйте!',
    ],
    ['Thunderbird', '02.03.2026 10:00, Служба поддержки пишет:\n> Здравствуйте!'],
    ['The Bat!', 'Вы писали 2 марта 2026 г., 10:00:00:\n\n> Здравствуйте!'],
    [
      'Outlook',
      'From: Служба поддержки <support@desk.example>\nSent: Monday, March 2, 2026 10:00 AM\nTo: Иван\nSubject: RE: Заказ\n\nЗдравствуйте!',
    ],
    [
      'Outlook in Russian',
      'От: Служба поддержки <support@desk.example>\nОтправлено: 2 марта 2026 г. 10:00\nКому: Иван Петров\nТема: Re: Заказ\n\nЗдравствуйте!',
    ],
    [
      'Outlook with a rule',
      '________________________________\nОт: Служба поддержки <support@desk.example>\nДата: понедельник, 2 марта 2026 г. в 10:00\nКому: Иван\nТема: Заказ\n\nЗдравствуйте!',
    ],
    ['old Outlook', '-----Исходное сообщение-----\nFrom: support@desk.example\nЗдравствуйте!'],
    ['Lotus', '-------- Исходное сообщение --------\nОт: support\nЗдравствуйте!'],
    [
      'a forward of Gmail',
      '---------- Пересылаемое сообщение ---------\nОт: Анна <a@b.example>\nDate: пн, 2 мар. 2026 г.\nSubject: Заказ\n\nЗдравствуйте!',
    ],
    ['an iPhone', '> 2 марта 2026 г., в 10:00, support@desk.example написал(а):\n> \n> \ufeffЗдравствуйте!'],
    [
      'Gmail in German',
      'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Support <support@desk.example>:\n\n> Guten Tag',
    ],
    ['Gmail in French', 'Le lun. 2 mars 2026 à 10:00, Support <support@desk.example> a écrit :\n\n> Bonjour'],
    [
      'Gmail in Spanish',
      'El lun, 2 mar 2026 a las 10:00, Support (<support@desk.example>) escribió:\n\n> Hola',
    ],
    [
      'Gmail in Polish',
      'pon., 2 mar 2026 o 10:00 Support <support@desk.example> napisał(a):\n\n> Dzień dobry',
    ],
    [
      'Gmail in Italian',
      'Il giorno lun 2 mar 2026 alle ore 10:00 Support <support@desk.example> ha scritto:\n\n> Ciao',
    ],
    [
      'Outlook in German',
      'Von: Support <support@desk.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: Hans\nBetreff: AW: Auftrag\n\nGuten Tag',
    ],
    [
      'Outlook in French',
      'De : Support <support@desk.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Jean\nObjet : RE: Commande\n\nBonjour',
    ],
    ['Chinese mail', '在 2026年3月2日 10:00，Support <support@desk.example> 写道：\n> 您好'],
  ])('of %s', (_, history) => {
    const { text, folded, hasQuote } = fold(`Спасибо, теперь работает.\n\n${history}`);
    expect({ text, hasQuote }).toEqual({ text: 'Спасибо, теперь работает.', hasQuote: true });
    expect(folded.replace(/\s/g, '')).toBe(history.replace(/\s/g, ''));
  });
});

describe('the signature is folded', () => {
  it.each([
    ['a closing with a name', 'С уважением,\nИван Петров'],
    ['a closing on one line', 'С уважением, Иван Петров'],
    [
      'a whole card',
      'С уважением,\n\nИван Петров\nменеджер по закупкам\nООО «Ромашка»\nтел.: +7 (495) 123-45-67\nwww.romashka.example',
    ],
    ['a delimiter', '--\nИван Петров'],
    ['an iPhone', 'Отправлено с iPhone'],
    ['the app of mail.ru', 'Отправлено из мобильной Почты Mail.ru'],
    ['the app of mail.ru for Android', 'Отправлено из Почты Mail.ru для Android'],
    ['the app of Yandex', 'Отправлено из мобильного приложения Яндекс Почты'],
    ['a Samsung', 'Отправлено с моего устройства Samsung Galaxy'],
    ['Outlook on a phone', 'Скачать Outlook для iOS'],
    ['Outlook on a phone in English', 'Get Outlook for Android'],
    ['a closing and a phone', 'С уважением,\nАнна\n\nОтправлено с iPhone'],
    ['English', 'Best regards,\nJohn Smith\n+1 555 123 4567'],
    ['German', 'Mit freundlichen Grüßen\nHans Müller'],
    ['German phone', 'Von meinem iPhone gesendet'],
    ['French phone', 'Envoyé de mon iPhone'],
    ['Polish phone', 'Wysłane z iPhone’a'],
    ["the sender's card without a closing", 'Иван Петров\nООО «Ромашка»\n+7 495 123-45-67'],
  ])('of %s', (_, signature) => {
    expect(fold(`Заказ 5 не проходит.\n\n${signature}`, 'Иван Петров')).toEqual({
      text: 'Заказ 5 не проходит.',
      folded: signature.trim(),
      hasQuote: false,
    });
  });

  it('above the history as well', () => {
    const mail =
      'Готово.\n\nС уважением,\nИван\n\n02.03.2026, 10:00, "Поддержка" <s@d.example>:\n> Проверьте\n';
    expect(fold(mail)).toEqual({
      text: 'Готово.',
      folded: 'С уважением,\nИван\n\n02.03.2026, 10:00, "Поддержка" <s@d.example>:\n> Проверьте',
      hasQuote: true,
    });
  });
});

describe('what the sender wrote stays', () => {
  it.each([
    ['a sentence that starts like a closing', 'Best of all would be a call.'],
    ['a sentence of sending', 'Отправлено из склада вчера, но не пришло.'],
    ['a list with dashes', 'Нужно:\n- счёт\n- акт'],
    ['a time with a colon', 'Встреча была в 10:30, а он написал:\nприходите завтра'],
    ['an arrow', 'Меню > Заказы > Новый'],
    ['delivery data', 'От: склад 1\nКому: склад 2\nДата: 12.03'],
    ['a question about a mail', 'Кто-то пишет:\nвойти нельзя'],
    ['thanks with a name', 'Не работает вход.\n\nСпасибо,\nИван'],
  ])('%s', (_, text) => {
    expect(fold(text)).toEqual({ text, folded: '', hasQuote: false });
  });

  it('answers between the lines of a quote, with what they answer', () => {
    const mail = 'Отвечаю:\n\n> Какой номер заказа?\n\n12345\n\n> Какой браузер?\n\nChrome\n';
    expect(fold(mail)).toEqual({ text: mail.trim(), folded: '', hasQuote: true });
  });

  it('an answer below the quote', () => {
    expect(fold('02.03.2026 10:00, Поддержка пишет:\n> Получилось?\n\nДа, спасибо\n')).toMatchObject({
      text: 'Да, спасибо',
      hasQuote: true,
    });
  });

  it('a forward with nothing else', () => {
    const mail = '---------- Forwarded message ---------\nFrom: a@b.example\nSubject: x\n\nтекст';
    expect(fold(mail)).toEqual({ text: mail, folded: '', hasQuote: true });
  });
});

describe('the history in HTML is folded', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">Готово</div><br><div class="gmail_quote"><div class="gmail_attr">пн, 2 мар. 2026 г. в 10:00, A &lt;a@b.example&gt;:</div><blockquote class="gmail_quote">Проверьте</blockquote></div>',
    ],
    [
      'mail.ru',
      '<div>Готово</div><div>&nbsp;</div><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px;">Понедельник, 2 марта 2026, 10:00 +03:00 от A &lt;a@b.example&gt;:<div>Проверьте</div></blockquote>',
    ],
    [
      'mail.ru with a signature',
      '<div>Готово</div><div data-signature-widget="container"><div data-signature-widget="content"><div>--<br>Иван Петров</div></div></div><blockquote style="border-left:1px solid">Проверьте</blockquote>',
    ],
    [
      'Yandex',
      '<div>Готово</div><div> </div><div>02.03.2026, 10:00, "A" &lt;a@b.example&gt;:</div><blockquote><div>Проверьте</div></blockquote>',
    ],
    [
      'Outlook',
      '<p class="MsoNormal">Готово</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0"><p><b>От:</b> A &lt;a@b.example&gt;<br><b>Отправлено:</b> 2 марта 2026 г. 10:00<br><b>Кому:</b> B<br><b>Тема:</b> Заказ</p></div></div><p>Проверьте</p>',
    ],
    [
      'Outlook on the web',
      '<div>Готово</div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg"><b>От:</b> A</div><div>Проверьте</div>',
    ],
    [
      'Apple Mail',
      '<div>Готово</div><div><br><blockquote type="cite"><div>2 марта 2026 г., в 10:00, A &lt;a@b.example&gt; написал(а):</div><br><div>Проверьте</div></blockquote></div>',
    ],
    [
      'Thunderbird',
      'Готово<br><div class="moz-cite-prefix">02.03.2026 10:00, A пишет:<br></div><blockquote type="cite" cite="mid:x"><p>Проверьте</p></blockquote>',
    ],
  ])('of %s', (_, html) => {
    const { text, folded, hasQuote } = foldHtml(html);
    expect({ text, hasQuote }).toEqual({ text: 'Готово', hasQuote: true });
    expect(folded).toContain('Проверьте');
  });

  it('but not a quote that nobody is said to have written', () => {
    const { text } = foldHtml('<p>Программа показывает:</p><blockquote>Ошибка 5</blockquote>');
    expect(text).toBe('Программа показывает:\n\n> Ошибка 5');
  });
});
