/** Labels of the header that clients copy above what is answered, by what they say. */
const LABELS: Readonly<Record<'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject', string>> = {
  from: 'From|От|От кого|Від|Від кого|Адпраўшчык|Von|De|Da|Van|Od|Från|Fra|Frá|Lähettäjä|Kimden|Gönderen|Feladó|De la|Από|发件人|寄件者|差出人|보낸 사람|מאת|من',
  sent: 'Sent|Отправлено|Надіслано|Gesendet|Envoyé|Enviado|Enviado el|Enviada em|Inviato|Verzonden|Wysłano|Skickat|Sendt|Lähetetty|Odesláno|Odoslané|Gönderildi|Gönderme Tarihi|Elküldve|Trimis|发送时间|寄件日期|送信日時|보낸 날짜',
  date: 'Date|Дата|Дата отправки|Datum|Fecha|Data|Dato|Päiväys|Tarih|Dátum|日期|日付|날짜',
  to: 'To|Кому|Получатель|An|À|Para|A|Aan|Do|Till|Til|Vastaanottaja|Komu|Kime|Alıcı|Címzett|Către|收件人|收件者|宛先|받는 사람',
  cc: 'Cc|Копия|Копія|Kopie|CC|Bcc|Kopi|Kopia|DW|Bilgi|抄送|副本|참조',
  subject:
    'Subject|Тема|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Temat|Ämne|Emne|Aihe|Předmět|Predmet|Konu|Tárgy|Subiect|主题|主旨|件名|제목',
};

export type Label = keyof typeof LABELS;

const KINDS = new Map(
  Object.entries(LABELS).flatMap(([kind, labels]) =>
    labels.split('|').map((label) => [label.toLowerCase(), kind as Label] as const),
  ),
);

const HEADER_LINE = /^[\s>|*_]{0,10}([\p{L}\p{M} ]{1,20}?)[*_\s]{0,3}[:：][*_]{0,2}(?:\s|$)/u;

/** Which label a line starts with. */
export function labelOf(line: string): Label | null {
  const label = HEADER_LINE.exec(line.slice(0, 60))?.[1];
  return label ? (KINDS.get(label.trim().toLowerCase()) ?? null) : null;
}

/** «-----Исходное сообщение-----» and the like: everything below is history. */
export const DIVIDERS: readonly RegExp[] = [
  /^[\s>*]*[-_=—–~]{2,}\s*(?:(?:Original|Reply|Forwarded|Weitergeleitete|Ursprüngliche|Originele|Oprindelig|Oorspronkelijk|Opprinnelig|Ursprungligt|Doorgestuurd|Videresendt|Vidarebefordrat) ?(?:Message|Mail|Nachricht|bericht|meddelelse|melding|meddelande|appointment)|Message (?:d'origine|original|transféré|transmis)|Mensaje (?:original|reenviado)|Mensagem (?:original|encaminhada)|Messaggio (?:originale|inoltrato)|(?:Wiadomość|Oryginalna) (?:oryginalna|przekazana|wiadomość)|Původní (?:zpráva|e-mail)|Orijinal (?:İleti|Mesaj)|Исходное сообщение|Исходное письмо|Пересылаемое сообщение|Пересланное сообщение|Перенаправленное сообщение|Пересылаемое письмо|Пересланное письмо|Начало пересылаемого сообщения|Конец пересылаемого сообщения|Конец пересланного сообщения|Переслане повідомлення|Вихідне повідомлення|Oryginalna wiadomość|原始邮件|转发邮件信息|元のメッセージ|원본 메일)\s*[-_=—–~]*/iu,
  /^[\s>*]*(?:Begin forwarded message|Начало переадресованного сообщения|Начало пересланного сообщения|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato)\s*:/iu,
  /^[\s>*]*(?:##-|-{2,} ?)\s*(?:Please (?:reply|type your reply) above this line|Пожалуйста, (?:отвечайте|пишите ответ) выше этой (?:строки|линии)|Reply above this line)/iu,
];

/** A line above a quote that says who wrote it: always with something of a date or an address. */
export const ATTRIBUTIONS: readonly RegExp[] = [
  /^[\s>*-]*On\s.{4,300}\b(?:wrote|writes|said)\s*[:：]?$/iu,
  /^.{0,300}\b(?:wrote|writes)\s*[:：]$/iu,
  /^.{0,300}(?:написал(?:\(а\)|\(-а\)|а|и)?|писал(?:\(а\)|а)?|пишет|сообщил(?:\(а\)|а)?|пише|написав(?:\(ла\))?|писав|піша)\s*(?:следующее\s*)?[:：]?$/iu,
  /^[\s>*-]*(?:Вы|Ты|Ви) писал[аи]?\s.{4,100}[:：]$/iu,
  /^.{0,200}\d{4}.{0,60}\s(?:от|von|from|de)\s.{2,200}[:：]$/iu,
  /^[\s>*-]*(?:Am|Den|På)\s.{4,300}(?:schrieb|skrev).{0,200}[:：]$/iu,
  /^.{1,200}\bschrieb (?:am|\S{1,40}) .{4,100}[:：]$/iu,
  /^[\s>*-]*(?:Le|El|Il|Em|No|Op|Na)\s.{4,300}(?:a écrit|escribió|ha scritto|escreveu|het volgende geschreven|schreef|napsal\S*)\s.{0,150}[:：]?$/iu,
  /^[\s>*-]*(?:Le|El|Il|Em|No|Op|Na)\s.{4,300}(?:a écrit|escribió|ha scritto|escreveu|geschreven|schreef)\s?[:：]$/iu,
  /^[\s>*-]*(?:W dniu|Dnia|Dne|Dňa|Data)\s.{2,300}(?:napisał\S*|pisze|napsal\S*|napísal\S*|scris)\s?.{0,20}[:：]$/iu,
  /^.{4,300}(?:napisał\S*|kirjoitti|şunu yazdı|şunları yazdı|tarihinde\s.{1,100}yazdı|írta|a scris|đã viết)\s?[:：]$/iu,
  /^.{4,300}(?:写道|寫道|于.{1,60}写道|のメッセージ|書きました|작성|님이 씀)\s?[:：]$/u,
  /^.{0,40}\d{1,2}.{0,60}\d{1,2}[:.]\d{2}.{0,160}<[^<>\s]{1,100}@[^<>\s]{1,100}>\s*[:：>]?$/u,
];

/** Without one of these, a line that ends like an attribution is a sentence of the sender's. */
export const ATTRIBUTION_PROOF = /\d{4}|\d{1,2}[./]\d{1,2}|[^\s<>]@[^\s<>]/u;
