package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;

class NumbersFuzzTest {
    /**
     * Any number that is read is finite, and is the same again once it is written; what a file may
     * hold may be typed too.
     */
    @FuzzTest
    void numbers(byte[] bytes) {
        String text = Readers.text(bytes);
        for (Manner manner : Manner.values()) {
            Double value = Readers.number(text, manner).isSound().value();
            if (value != null) {
                assertThat(value).isFinite();
                assertThat(Numbers.readCanonical(Numbers.canonical(value))).hasValue(value);
            }
        }
        Double cell = Readers.number(text, Manner.FILE).value();
        if (cell != null) {
            assertThat(Readers.number(text, Manner.TYPED).value()).isEqualTo(cell);
            for (Locale locale : Readers.LANGUAGES) {
                String written = Numbers.in(locale).full(cell);
                assertThat(Readers.number(written, Manner.FILE).value()).isEqualTo(cell + 0.0);
            }
        }
        Double count = Readers.number(text, Manner.WHOLE).value();
        if (count != null) {
            assertThat(count).isEqualTo(Math.rint(count));
        }
        Quantity.parse(text).ifPresent(q -> assertThat(Quantity.parse(q.address())).contains(q));
    }
}
