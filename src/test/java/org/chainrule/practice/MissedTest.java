package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Numbers;
import org.junit.jupiter.api.Test;

/** What is worked again, of the first worksheet. */
class MissedTest {
    private static Attempt attempt() {
        var opened = Gallery.open("ask=1-5");
        return new Attempt(
                new Exercise(opened.worksheet(), opened.view()), Numbers.in(Locale.ENGLISH));
    }

    private static List<String> keys(Attempt attempt, long seed) {
        return Missed.of(attempt, 3, seed).stream().map(Exercise.Item::key).toList();
    }

    @Test
    void whatIsRightOrOpenWasNotMissed() {
        Attempt attempt = attempt();
        attempt.answer("dz.out.1", "0.6");
        assertThat(keys(attempt, 1)).isEmpty();
        attempt.answer("dz.out.2", "7");
        assertThat(keys(attempt, 1)).containsExactly("dz.out.2");
    }

    /** It was not known the first time. */
    @Test
    void whatWasCorrectedOrSeenDoneWasMissed() {
        Attempt attempt = attempt();
        attempt.answer("dz.out.2", "7");
        attempt.answer("dz.out.2", "-1.24");
        attempt.see("dw.out.1.1");
        assertThat(keys(attempt, 1)).containsExactlyInAnyOrder("dz.out.2", "dw.out.1.1");
    }

    @Test
    void theyAreOfDifferentStepsAndAlwaysTheSameForASeed() {
        Attempt attempt = attempt();
        for (String key :
                List.of("dz.out.1", "dz.out.2", "dw.out.1.1", "dw.out.2.1", "nw.out.1.1")) {
            attempt.answer(key, "7");
        }
        for (long seed = 0; seed < 20; seed++) {
            assertThat(keys(attempt, seed))
                    .hasSize(3)
                    .isEqualTo(keys(attempt, seed))
                    .extracting(key -> key.substring(0, 2))
                    .containsExactlyInAnyOrder("dz", "dw", "nw");
        }
    }
}
