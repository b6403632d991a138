package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.chainrule.workbench.kit.Difference.Replacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static String applied(String before, List<Replacement> replacements) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Replacement replacement : replacements) {
            assertThat(replacement.start()).isGreaterThanOrEqualTo(at);
            text.append(before, at, replacement.start()).append(replacement.text());
            at = replacement.end();
        }
        return text.append(before.substring(at)).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "<b>0.30</b>, <b>−0.31</b>, 3, 7, −0.31",
        "'{\"p\":1}', '{\"p\":20}', 5, 6, 20",
        "one two, one two three, 7, 7, ' three'",
        "'a, b, c', 'a, c', 3, 6, ''"
    })
    void aNumberIsReplacedWhole(String before, String after, int start, int end, String text) {
        assertThat(Difference.between(before, after))
                .containsExactly(new Replacement(start, end, text));
    }

    @Test
    void eachNumberIsReplacedWhereItStands() {
        assertThat(Difference.between("p = 0.61, then z = 0.61", "p = 0.51, then z = 0.52"))
                .containsExactly(new Replacement(4, 8, "0.51"), new Replacement(19, 23, "0.52"));
    }

    @Test
    void whatIsNearIsReplacedTogether() {
        assertThat(Difference.between("[1,2,3]", "[4,2,5]"))
                .containsExactly(new Replacement(1, 6, "4,2,5"));
    }

    @Test
    void whatIsTheSameHasNone() {
        assertThat(Difference.between("<p>−1.40</p>", "<p>−1.40</p>")).isEmpty();
    }

    @Test
    void anyTextBecomesAnyOther() {
        Random random = new Random(14);
        String[] pieces = {"0.30", "−2", "<b>", "</b>", " ", "Θ", "𝛿", "\"", "e", "1", ","};
        for (int i = 0; i < 20_000; i++) {
            String before = text(random, pieces);
            String after = random.nextBoolean() ? text(random, pieces) : edited(random, before);
            assertThat(applied(before, Difference.between(before, after))).isEqualTo(after);
        }
    }

    private static String text(Random random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String edited(Random random, String text) {
        return text.replace("0.30", random.nextInt(3) == 0 ? "" : "0.4" + random.nextInt(10))
                .replace("−2", "−" + random.nextInt(30));
    }
}
