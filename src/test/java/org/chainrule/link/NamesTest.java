package org.chainrule.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a link that are no part of the format. */
class NamesTest {
    private static final String LINK = "v=1&n=1&l1=out:identity:2&x=3&y=4&opt=sgd:0.5";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srsltid",
                "igsh",
                "gad_source",
                "_ga",
                "_gl",
                "utm_source",
                "utm_id",
                "fbclid",
                "ref",
                "si",
                "cx",
                "a",
                "w",
                "foo",
                "campaign",
                "lossy_thing",
                "%C3%BCbung",
                "l1x",
                "samples1"
            })
    void areLeftAsideAndNamed(String name) {
        for (String link :
                List.of(LINK + "&" + name + "=x1", name + "&" + LINK, name + "=%zz&" + LINK)) {
            Permalink.Opened opened = Gallery.open(link);
            assertThat(opened.reading()).isEqualTo(Gallery.open(LINK).reading());
            assertThat(opened.refusals()).isEmpty();
            assertThat(opened.ignored().names()).containsExactly(Escapes.decode(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l7", "b3", "x2", "y1", "n1", "l0", "f12", "w1", "los", "losss", "lass", "olss",
                "opts", "otp", "rde", "res", "papper", "LOSSS", "stepp", "setp", "samlpe", "form",
                "page", "pins"
            })
    void areRefusedWhereTheyMayBeMeantForOneOfTheFormats(String name) {
        Permalink.Opened opened = Gallery.open(LINK + "&" + name + "=1");
        assertThat(opened.reading())
                .isEqualTo(Reading.refused(name, Fault.of(Fault.Reason.UNKNOWN_PART)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"samples=all", "samples=all&samples=all", "step=9", "from=nobody", ""})
    void areNoneOfThoseThatTheInterfaceAndTheViewTake(String part) {
        Permalink.Opened opened = Gallery.open(LINK + "&" + part);
        assertThat(opened.reading()).isEqualTo(Gallery.open(LINK).reading());
        assertThat(opened.ignored().names()).isEmpty();
    }

    @Test
    void inCapitalsTheyAreTheFormatsOwn() {
        Permalink.Opened opened =
                Gallery.open("V=1&N=1&L1=out:identity:2&X=3&y=4&OPT=sgd:0.5&Step=1");
        assertThat(opened.reading()).isEqualTo(Gallery.open(LINK).reading());
        assertThat(opened.view()).isEqualTo(Gallery.open("step=1").view());
        assertThat(Gallery.open(LINK + "&V=1").refusals())
                .extracting(Reading.Refusal::toString)
                .containsExactly("v: given twice");
    }

    @Test
    void aLinkThatHasNoOthersOpensTheFirstWorksheet() {
        Permalink.Opened opened = Gallery.open("foo=1&bar=2");
        assertThat(opened.reading()).isEqualTo(new Reading.Good(Gallery.first()));
        assertThat(opened.ignored().names()).containsExactly("foo", "bar");
        assertThat(Gallery.open("fbclid=1&from=xor").worksheet())
                .isEqualTo(Gallery.find("xor").orElseThrow().worksheet());
    }

    @Test
    void theFirstTwentyAreNamedAndTheOthersCounted() {
        String many =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "other-" + i + "=1")
                        .collect(Collectors.joining("&"));
        Ignored ignored = Gallery.open(LINK + "&" + many + "&other-1=2").ignored();
        assertThat(ignored.names()).hasSize(20).startsWith("other-0", "other-1");
        assertThat(ignored.more()).isEqualTo(99_980);
        String name = Gallery.open(LINK + "&" + "ü".repeat(9_000)).ignored().names().getFirst();
        assertThat(name).isEqualTo("ü".repeat(40) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"step=1&step=2", "digits=%FF", "lang=de&LANG=en"})
    void whatALinkSaysTwiceOfTheViewIsToldAndTheWorksheetOpened(String view) {
        Permalink.Opened opened = Gallery.open(LINK + "&" + view);
        assertThat(opened.reading()).isEqualTo(Gallery.open(LINK).reading());
        assertThat(opened.notices()).hasSize(1);
    }
}
