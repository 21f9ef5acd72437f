import { useTexts } from '../contexts';

export function Fact({ name, value }: { name: string; value: string | null }) {
  const { texts } = useTexts();
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd class={value ? '' : 'soft'}>{value || texts.details.unknown}</dd>
    </div>
  );
}
