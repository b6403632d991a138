package org.chainrule.runs;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer that takes too long to wait for: it is worked out elsewhere, and of several questions
 * only the last one is answered.
 *
 * @param <Q> the questions
 * @param <A> the answers
 */
final class LastQuestion<Q, A> {
    private final Executor executor;
    private final Function<Q, A> work;
    private final Runnable answered;
    private @Nullable Q asked;
    private @Nullable Answer<Q, A> answer;
    private boolean busy;
    private boolean isTaken;

    /** An answer and the question it belongs to. */
    record Answer<Q, A>(Q question, A value) {}

    /** {@code answered} is called by a thread of the executor. */
    LastQuestion(Executor executor, Function<Q, A> work, Runnable answered) {
        this.executor = executor;
        this.work = work;
        this.answered = answered;
    }

    /** Asks, unless this was asked last. */
    synchronized void ask(Q question) {
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        if (!busy) {
            busy = true;
            executor.execute(this::work);
        }
    }

    /** The last answer, which may be to an earlier question. */
    synchronized Optional<Answer<Q, A>> answer() {
        return Optional.ofNullable(answer);
    }

    /** The last answer, unless it was taken before; after that the same may be asked again. */
    synchronized Optional<Answer<Q, A>> take() {
        Optional<Answer<Q, A>> answer = isTaken ? Optional.empty() : answer();
        isTaken = true;
        asked = busy ? asked : null;
        return answer;
    }

    private void work() {
        Q question = next(null);
        while (question != null) {
            question = next(new Answer<>(question, work.apply(question)));
            answered.run();
        }
    }

    /** The question to answer after this answer, or null. */
    private synchronized @Nullable Q next(@Nullable Answer<Q, A> done) {
        if (done != null) {
            answer = done;
            isTaken = false;
        }
        boolean more = done == null || !done.question().equals(asked);
        busy = more;
        return more ? asked : null;
    }
}
