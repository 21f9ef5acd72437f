declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface StoredMessage {
    raw: string;
    uid?: number;
    flags?: string[];
  }

  interface Folder {
    messages: StoredMessage[];
  }

  interface ImapServer {
    server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(ready?: () => void): void;
    appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
    getMailbox(path: string): Folder;
  }

  export default function hoodiecrow(options: {
    plugins?: string[];
    storage?: Record<string, { messages?: StoredMessage[] }>;
  }): ImapServer;
}
