/** What somebody with a browser, a session or a socket might try, by class. */
import { ofTheLanguage } from './attacks/language.ts';
import { ofTheProtocol } from './attacks/protocol.ts';
import { ofTheRecords } from './attacks/records.ts';
import { ofTheSession } from './attacks/session.ts';

export const attacks = { ...ofTheLanguage, ...ofTheProtocol, ...ofTheSession, ...ofTheRecords };
