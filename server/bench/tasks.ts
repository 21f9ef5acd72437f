import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRoot } from '../config/find-root';
import { holdIdle, sendEchoes, serveBareSockets } from './bare-sockets';
import { compareCalendars, measureHours } from './measure-hours';
import { measureLists } from './measure-lists';
import { measureMail, readLargeMail } from './measure-mail';
import { measurePages } from './measure-pages';
import { measureSearch, suggestOverHttp } from './measure-search';
import { runFloor } from './run-floor';
import { runInserts } from './run-inserts';
import { awaitMails, sendMails, serveBareSmtp } from './send-mails';
import { sendMessages } from './send-messages';

/** What the bench does in processes of its own, by name. */
export const TASKS = {
  serveProduct,
  serveBareSockets,
  sendMessages,
  sendEchoes,
  holdIdle,
  runFloor,
  runInserts,
  measureSearch,
  suggestOverHttp,
  measurePages,
  measureHours,
  compareCalendars,
  measureLists,
  measureMail,
  serveBareSmtp,
  sendMails,
  awaitMails,
  readLargeMail,
};

/** The server as `npm start` runs it; gives its URL when it is ready. */
async function serveProduct(): Promise<string> {
  const { main } = (await import(pathToFileURL(join(findRoot(), 'server/dist/main.js')).href)) as {
    main(): Promise<void>;
  };
  await main();
  return `http://127.0.0.1:${process.env['PORT']}`;
}
