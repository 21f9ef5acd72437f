import type { ComponentChildren } from 'preact';
import { usePlaces } from '../../hooks/use-places';
import { formatKnowledge, type KnowledgePlace, knowledgeHome } from '../../model/knowledge-route';
import { useActions, useTexts } from '../contexts';
import { followInside } from '../follow-inside';
import { Icon } from '../icons';

/** The way from the side bar into the knowledge base. */
export function KnowledgeEntry() {
  const { texts } = useTexts();
  const { knowledge } = usePlaces();
  return (
    <KnowledgeLink class="view" to={knowledgeHome()} current={knowledge !== undefined}>
      <span>
        <Icon name="book" /> {texts.menu.knowledge}
      </span>
    </KnowledgeLink>
  );
}

/** A link to a place in the knowledge base. */
export function KnowledgeLink(props: {
  to: KnowledgePlace;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}) {
  const actions = useActions();
  return (
    <a
      class={props.class}
      href={formatKnowledge(props.to)}
      aria-current={props.current ? 'page' : undefined}
      onClick={(event) => followInside(event, () => actions.go({ knowledge: props.to }))}
    >
      {props.children}
    </a>
  );
}
