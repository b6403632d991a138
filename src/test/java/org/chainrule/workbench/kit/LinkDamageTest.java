package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkDamageTest {
    /** Parts of layers that the link does not have. */
    private static final String[] UNKNOWN = {"l5=1", "l6=1", "l7=1", "l8=1", "l9=1"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 3 | l7: unknown part",
                "en | 4 | l7: unknown part; and 1 more",
                "en | 5 | l7: unknown part; and 2 more",
                "de | 3 | l7: unbekannter Teil",
                "de | 4 | l7: unbekannter Teil; und 1 weiterer Fehler",
                "de | 5 | l7: unbekannter Teil; und 2 weitere Fehler"
            })
    void threeFaultsAreNamedAndTheOthersCounted(String language, int faults, String end) {
        String query =
                Permalink.query(Gallery.first())
                        + "&"
                        + String.join("&", Arrays.copyOf(UNKNOWN, faults));
        assertThat(LinkDamage.of(Gallery.open(query), Words.in(Locale.of(language)))).endsWith(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | srsltid=1 | What this link says of srsltid is no part of a worksheet, and was left aside.",
                "de | srsltid=1 | Was dieser Link unter srsltid angibt, gehört zu keinem Arbeitsblatt und wurde nicht beachtet.",
                "en | _ga=1&igsh=2&utm_source=3&a=4 | What this link says of _ga, igsh, a is no part of a worksheet, and was left aside.",
                "en | a=1&b=2&c=3&d=4 | What this link says of a, b, c and of 1 more is no part of a worksheet, and was left aside.",
                "de | a=1&b=2&c=3&d=4 | Was dieser Link unter a, b, c und 1 weiteren Namen angibt, gehört zu keinem Arbeitsblatt und wurde nicht beachtet.",
                "en | fbclid=1&utm_source=2&step=1 | ''",
                "en | step=99&a=1 | 'A part of this link could not be shown. step: \"99\" cannot be shown here. What this link says of a is no part of a worksheet, and was left aside.'"
            })
    void whatWasLeftAsideIsNamedUnlessEverybodyKnowsIt(String language, String parts, String told) {
        String query = Permalink.query(Gallery.first()) + "&" + parts;
        assertThat(LinkDamage.of(Gallery.open(query), Words.in(Locale.of(language))))
                .isEqualTo(told);
    }
}
