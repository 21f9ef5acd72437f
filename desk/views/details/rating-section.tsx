import type { Rating } from '@beseda/shared/domain/event';
import type { RatingScore } from '@beseda/shared/domain/words';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../hooks/use-now';
import { useTexts } from '../contexts';

/** How the requester says they were helped. */
export function RatingSection({ rating, score }: { rating: Rating; score: RatingScore }) {
  const { texts, locale } = useTexts();
  const now = useNow();
  const words = texts.rating;
  return (
    <section class="details-part" aria-label={words.label}>
      <h3>{words.label}</h3>
      <p class="rating" data-score={score}>
        <strong>{words.scores[score]}</strong> <Time at={rating.at} now={now} locale={locale} focusable />
      </p>
      {rating.comment && <blockquote class="rating-comment">{rating.comment}</blockquote>}
    </section>
  );
}
