const DEVICES =
  'iPhone|iPad|iPod|iOS|Android|Андроид|Айфон|Samsung|Galaxy|Huawei|HUAWEI|Honor|HONOR|Xiaomi|Redmi|POCO|Realme|Nokia|Windows|BlackBerry|Outlook|Gmail|Yahoo|Mail\\.ru|Mail\\.Ru|Почт\\S*|почт\\S*|Яндекс\\S*|Yandex\\S*|мобильн\\S*|смартфон\\S*|телефон\\S*|планшет\\S*|устройств\\S*|Mailspring|Thunderbird|Proton\\S*|myMail|BlueMail|Spark|Nine|Telegram|eM Client|Почты|The Bat!|Mail для|Mail for';

/** What phones and clients put under a mail. Tried on the last lines only. */
export const CLIENT_LINES: readonly RegExp[] = [
  /^Sent (?:from|via|with|using|by) (?:my |a |an |the )?(?:[\p{L}\d'’.!+_/-]+ ?){1,6}(?:\s*[(<[]?https?:\/\/\S+[)>\]]?)?\.?$/iu,
  /^(?:Get|Download) (?:Outlook|BlueMail|myMail|Spark)\b.{0,80}$/iu,
  new RegExp(
    `^(?:Отправлено|Послано|Надіслано|Написано|Отправлен|Пишу)\\s.{0,40}(?:${DEVICES}).{0,80}$`,
    'u',
  ),
  /^(?:Скачать|Получить|Получите|Загрузить|Завантажити) (?:Outlook|приложение Outlook)\b.{0,80}$/iu,
  /^(?:Von meinem .{2,40} gesendet|Gesendet (?:von|mit) .{2,60}|Holen Sie sich Outlook .{0,40}|Diese Nachricht wurde von .{2,60} gesendet\.?)$/iu,
  /^(?:Envoyé (?:de|depuis|à partir) .{2,60}|Télécharger Outlook .{0,40}|Obtenir Outlook .{0,40})$/iu,
  /^(?:Enviado (?:desde|do|de|a partir) .{2,60}|Obtener Outlook .{0,40}|Obter o Outlook .{0,40})$/iu,
  /^(?:Inviato da(?:l|lla|llo)? .{2,60}|Scarica Outlook .{0,40}|Ottieni Outlook .{0,40})$/iu,
  /^(?:Wysłan[eyo] z .{2,60}|Odesláno z .{2,60}|Odoslané z .{2,60}|Verstuurd vanaf .{2,60}|Verzonden (?:vanaf|met) .{2,60}|Skickat från .{2,60}|Sendt fra .{2,60}|Lähetetty .{2,60}|.{2,40}'?(?:dan|den|ımdan) gönderildi)$/iu,
  /^(?:从我的\S{1,20}发送|发自我的\S{0,20}|iPhoneから送信|나의 iPhone에서 보냄)$/u,
];

/** The line with which people close, alone or with their name. */
export const CLOSINGS =
  /^(?:С уважением|С глубоким уважением|С искренним уважением|С наилучшими пожеланиями|С наилучшими|С пожеланиями .{2,40}|Искренне ваш\S*|Всего (?:доброго|хорошего|наилучшего)|Хорошего дня|З повагою|З найкращими побажаннями|З павагай|(?:With )?(?:Best|Kind|Kindest|Warm|Warmest|Many)(?: (?:regards|wishes|personal regards))|Regards|Best|Cheers|Sincerely(?: yours)?|Yours (?:sincerely|faithfully|truly)|Respectfully(?: yours)?|With (?:respect|regards)|Mit (?:freundlichen|besten|herzlichen|lieben|vielen) Grü(?:ß|ss)en|Freundliche Grü(?:ß|ss)e|Viele Grü(?:ß|ss)e|(?:Beste|Liebe|Herzliche) Grü(?:ß|ss)e|MfG|VG|Cordialement|Bien cordialement|Bien à (?:vous|toi)|Salutations distinguées|Saludos(?: cordiales)?|Atentamente|Un saludo|Atenciosamente|Cordiali saluti|Distinti saluti|Pozdrawiam|Z poważaniem|S pozdravem|Met vriendelijke groet(?:en)?|Med vänliga hälsningar|Med vennlig hilsen|Saygılarımla|İyi çalışmalar)(?=$|[\s,.!;—–-])/iu;

/** Phone, mail, site, company form, post: what stands in a signature and seldom alone in a sentence. */
export const CONTACT =
  /(?:\+?\d[\d\s().-]{6,}\d)|(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,200}\.\p{L}{2,}|\b(?:skype|tel|phone|mob|mobile|fax|via mobile)\b|(?:тел|моб|факс|сот|почта|сайт)[.:]|(?:^|\s)(?:ООО|АО|ПАО|ИП|ЗАО|GmbH|Ltd|LLC|Inc)(?:$|[\s.,«"])/iu;
