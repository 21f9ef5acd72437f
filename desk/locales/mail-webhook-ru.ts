/** Texts of mail that is handed over by HTTP. Other languages follow this shape. */
export const mailWebhookRu = {
  about:
    'Почтовый сервер или сервис может передавать письма по HTTP: целиком, как они пришли, и с подписью. Как это устроить, написано в документации для операторов.',
  address: 'Адрес',
  off: 'Секрета нет: письма по HTTP не принимаются.',
  since: 'Секрет сделан',
  make: 'Сделать секрет',
  remake: 'Заменить секрет',
  close: 'Больше не принимать',
  secret: 'Секрет',
  once: 'Скопируйте секрет сейчас: больше он нигде не будет показан.',
  confirmTitle: 'Заменить секрет?',
  confirmWhat: 'Письма, подписанные прежним секретом, перестанут приниматься сразу.',
  confirmClose: 'Больше не принимать письма по HTTP?',
  confirmCloseWhat: 'Секрет будет удалён. Чтобы принимать письма снова, понадобится новый.',
};
export type MailWebhookTexts = typeof mailWebhookRu;
