package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkDamageTest {
    /** Parts that no link has. */
    private static final String[] UNKNOWN = {"aa=1", "bb=1", "cc=1", "dd=1", "ee=1"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 3 | cc: unknown part",
                "en | 4 | cc: unknown part; and 1 more",
                "en | 5 | cc: unknown part; and 2 more",
                "de | 3 | cc: unbekannter Teil",
                "de | 4 | cc: unbekannter Teil; und 1 weiterer Fehler",
                "de | 5 | cc: unbekannter Teil; und 2 weitere Fehler"
            })
    void threeFaultsAreNamedAndTheOthersCounted(String language, int faults, String end) {
        String query =
                Permalink.query(Gallery.first())
                        + "&"
                        + String.join("&", Arrays.copyOf(UNKNOWN, faults));
        assertThat(LinkDamage.of(Gallery.open(query), Words.in(Locale.of(language)))).endsWith(end);
    }
}
