import type { RequesterEvent, TicketLink } from '@beseda/shared/domain/event';
import { tellPromiseChange } from '@beseda/shared/domain/tell-promise';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { threadTexts } from '../texts/thread';
import { readerOf } from './reader-of';
import { promiseTexts } from './texts';

/** A change of the ticket as one line; what says nothing to a requester is left out. */
export function Change({ panel, event }: { panel: Panel; event: RequesterEvent }) {
  const text = tell(panel, event);
  return text ? <p class="line">{text}</p> : null;
}

const tellLink = ({ kind, way, number }: TicketLink, own: ReturnType<typeof promiseTexts>) =>
  fill(own[`${kind}_${way}`], { number: String(number) });

function tell(panel: Panel, event: RequesterEvent): string {
  const texts = threadTexts(panel.state.locale);
  const own = promiseTexts(panel.state.locale);
  if (event.kind === 'status') return event.acceptance ? own[event.acceptance] : texts.statusLines[event.to];
  if (event.kind === 'link') return event.undone ? '' : tellLink(event.link, own);
  if (event.kind === 'assignee' && event.to) return texts.answers.replace('{name}', event.to.name);
  if (event.kind === 'follower') {
    const { follower, left } = event;
    return fill(promiseTexts(panel.state.locale)[left ? 'left' : 'joined'], { name: follower.name });
  }
  return event.kind === 'promise' ? tellPromiseChange(event, readerOf(panel)) : '';
}
