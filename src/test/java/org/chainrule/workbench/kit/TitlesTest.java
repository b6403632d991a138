package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TitlesTest {
    static Iterable<Example> examples() {
        return Gallery.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsCalledAsInTheGallery(Example example) {
        String key = "gallery." + example.key() + ".title";
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Words words = Words.in(locale);
            assertThat(Titles.of(example.worksheet(), words)).isEqualTo(words.of(key));
        }
    }

    @Test
    void anotherTitleStays() {
        Worksheet own = new Structure.SetTitle("Mine").apply(Gallery.first());
        assertThat(Titles.of(own, Words.in(Locale.GERMAN))).isEqualTo("Mine");
    }
}
