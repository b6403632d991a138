package org.chainrule.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chainrule.document.Reading;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a link on its way from one person to another, and does no harm. */
class MendingTest {
    private static final String LINK =
            "v=1&n=2&l1=out:identity:2,-0.25&x=3,1;4,1&y=0;1&opt=sgd:0.5";

    /** What a program does to a link. */
    enum Harm {
        AS_HTML(link -> link.replace("&", "&amp;")),
        AS_HTML_TWICE(link -> link.replace("&", "&amp;amp;")),
        ENTITY_BY_NUMBER(link -> link.replace("&", "&#38;")),
        ENTITY_IN_HEX(link -> link.replace("&", "&#x26;").replace("=", "&#x3D;")),
        NOT_SIGN(link -> link.replace("&not=", "¬=")),
        NOT_SIGN_ENCODED(link -> link.replace("&not=", "%C2%AC=")),
        QUERY_ENCODED(link -> encoded(link, "[^A-Za-z0-9.=&_-]")),
        ENCODED_TWICE(link -> encoded(encoded(link, "[^A-Za-z0-9.=&_-]"), "%")),
        ENCODED_WHOLE(link -> encoded(link, "[^A-Za-z0-9._-]")),
        ENCODED_WHOLE_TWICE(link -> encoded(encoded(link, "[^A-Za-z0-9._-]"), "%")),
        ENCODED_AMPERSANDS(link -> link.replace("&", "%26")),
        ENCODED_EQUALS(link -> link.replace("=", "%3D")),
        ENCODED_AS_HTML(link -> encoded(link.replace("&", "&amp;"), "[^A-Za-z0-9._-]")),
        QUOTED_PRINTABLE(link -> folded(link.replace("=", "=3D"), "=\r\n")),
        QUOTED_PRINTABLE_IN_A_LINE(link -> folded(link.replace("=", "=3D"), "=")),
        FOLDED(link -> folded(link, "\r\n")),
        FOLDED_AND_ENCODED(link -> folded(link, "%0D%0A")),
        WHOLE_ADDRESS(link -> "https://example.org/path/?" + link),
        WHOLE_ADDRESS_ENCODED(link -> encoded("https://example.org/#" + link, "[^A-Za-z0-9._-]")),
        QUESTION_MARK(link -> "?" + link),
        HASH(link -> "#" + link),
        ZERO_WIDTH(link -> link.replaceAll("(?<=[0-9]),", "\u200b,\u00ad")),
        CAPITAL_NAMES(link -> capital(link)),
        AFTER_AN_AMPERSAND(link -> "&" + link + "&"),
        FOLLOWED(link -> link + "&utm_source=mail&igsh=abc=&srsltid=AfmB%zz");

        private final UnaryOperator<String> happens;

        Harm(UnaryOperator<String> happens) {
            this.happens = happens;
        }

        private static String encoded(String text, String letters) {
            return java.util.regex.Pattern.compile(letters)
                    .matcher(text)
                    .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
        }

        private static String folded(String text, String fold) {
            return text.replaceAll("(?s)(.{60}[0-9])(?=[0-9.])", "$1" + fold);
        }

        private static String capital(String link) {
            return Arrays.stream(link.split("&", -1))
                    .map(part -> {
                        int equals = part.indexOf('=');
                        return part.substring(0, equals).toUpperCase(java.util.Locale.ROOT)
                                + part.substring(equals);
                    })
                    .collect(Collectors.joining("&"));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static Stream<String> links() {
        return Stream.concat(
                seeds().mapToObj(RandomLinks::of),
                Stream.of(LINK, LINK + "&step=3&sel=dw.out.1.1&not=delta&until=0.01,"));
    }

    static Stream<String> someLinks() {
        return links().skip(270);
    }

    private static List<Object> meant(String query) {
        Permalink.Opened opened = Gallery.open(query);
        return List.of(opened.reading(), opened.view(), opened.notices());
    }

    @ParameterizedTest
    @MethodSource("links")
    void aLinkThatCameThroughWholeStaysAsItIs(String link) {
        assertThat(Mending.text(link)).isEqualTo(link);
        for (String part : link.split("&", -1)) {
            String name = part.substring(0, part.indexOf('='));
            String value = part.substring(part.indexOf('=') + 1);
            assertThat(Mending.value(name)).isEqualTo(name);
            if (!name.equals("t")) {
                assertThat(Mending.value(value)).isEqualTo(value);
                if (!name.equals("until")) {
                    assertThat(Mending.last(name, value)).isEqualTo(value);
                }
            }
        }
        Permalink.Opened opened = Gallery.open(link);
        assertThat(opened.refusals()).isEmpty();
        assertThat(opened.ignored().names()).isEmpty();
        assertThat(Permalink.query(opened.worksheet(), opened.view())).isEqualTo(link);
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensOnTheWayDoesNoHarm(Harm harm) {
        someLinks()
                .forEach(link -> {
                    String harmed = harm.happens.apply(link);
                    assertThat(meant(harmed)).as(harmed).isEqualTo(meant(link));
                    List<String> parts = Arrays.asList(link.split("&", -1));
                    Collections.shuffle(parts, new Random(link.length()));
                    String shuffled = harm.happens.apply(String.join("&", parts));
                    assertThat(meant(shuffled)).as(shuffled).isEqualTo(meant(link));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                ",",
                ";",
                "!",
                "?",
                ")",
                ").",
                "),",
                ">",
                "]",
                "}",
                "\"",
                "'",
                ".\"",
                "”",
                "’",
                "»",
                "”).",
                "**",
                "_",
                "`",
                "|",
                "。",
                "）。",
                "%29",
                "%22.",
                "%E2%80%9D",
                "&gt;",
                "&quot;",
                ">.",
                " .",
                "\u200b.",
                "&.",
                "&)."
            })
    void theSentenceAfterALinkIsNoPartOfIt(String after) {
        someLinks()
                .forEach(link -> {
                    String harmed = link + after;
                    if (!link.substring(link.lastIndexOf('&') + 1).startsWith("t=")) {
                        assertThat(meant(harmed)).as(harmed).isEqualTo(meant(link));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=1&n=1&l1=out:identity:2&x=3&y=0", "from=xor"})
    void aTitleEndsAsItWasGiven(String link) {
        for (String title : List.of("Really?", "Done.", "(a)", "Wow!", "“so”")) {
            assertThat(meant(link + "&t=" + title)).isNotEqualTo(meant(link));
            Permalink.Opened opened = Gallery.open("v=1&n=1&l1=out:identity:2&x=3&y=0&t=" + title);
            assertThat(opened.worksheet().title()).isEqualTo(title);
        }
    }

    /** Nobody knows what came after it: a number cut short is another number. */
    @ParameterizedTest
    @ValueSource(strings = {"…", "...", "..", "0…", ".…"})
    void aLinkThatWasCutShortIsRefused(String cut) {
        assertThat(Gallery.open(LINK + cut).refusals())
                .extracting(Reading.Refusal::at)
                .containsExactly("opt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=%201 | v=1",
                "l1=out:identity:2,–0.25 | l1=out:identity:2,-0.25",
                "l1=out:identity:2,−0.25 | l1=out:identity:2,-0.25",
                "l1=out:leaky‑relu:2,－0.25 | l1=out:leaky-relu:2,-0.25",
                "l1=out : identity: 2, -0.25 | l1=out:identity:2,-0.25",
                "x=3,1;+4,1 | x=3,1;4,1",
                "x=3%C2%A0,1;%094,1 | x=3,1;4,1",
                "x=-%203,1;4,1 | x=-3,1;4,1",
                "x=1e+16,1;4,1 | x=1e16,1;4,1",
                "x=+3,1;4,1e-3 | x=3,1;4,1e-3",
                "y=0;1,&z=0 | y=0;1,"
            })
    void lettersThatLookAlikeAndBlanksDoNoHarm(String harmed, String whole) {
        String name = whole.substring(0, whole.indexOf('=') + 1);
        String rest = LINK.replaceFirst("(^|&)" + name + "[^&]*&", "$1");
        assertThat(meant(harmed + "&" + rest)).isEqualTo(meant(whole + "&" + rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=1 2,1;4,1 | x: \"1 2\" is not a number",
                "x=1+2,1;4,1 | x: \"1 2\" is not a number",
                "x=3,;4,1 | x: \"\" is not a number",
                "x=3.,1;4,1 | x: \"3.\" is not a number",
                "x=,5;4,1 | x: \"\" is not a number",
                "x=0x1f,1;4,1 | x: \"0x1f\" is not a number",
                "x=½,1;4,1 | x: \"½\" is not a number",
                "x=%E2%82%AC3,1;4,1 | x: \"€3\" is not a number",
                "x=3%01,1;4,1 | x: \"3\\u0001\" is not a number",
                "x=3%EE%80%80,1;4,1 | x: \"3\\ue000\" is not a number",
                "x=😀%20😀,1;4,1 | x: \"😀 😀\" is not a number",
                "x=%zz,1;4,1 | x: broken percent-encoding in x=%zz,1;4,1"
            })
    void whatIsWrongIsShownAsItIsAndNothingIsFused(String damaged, String told) {
        String link = LINK.replaceFirst("x=[^&]*&", "");
        assertThat(Gallery.open(damaged + "&" + link).refusals())
                .extracting(Reading.Refusal::toString)
                .first()
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2066", "\u0000", "\u200b", "\u2028", "\ud800", "\ufffe"})
    void whatNobodySeesIsNamedByItsNumber(String hidden) {
        assertThat(Escapes.shown("a" + hidden + "b"))
                .isEqualTo("a\\u%04xb".formatted((int) hidden.charAt(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=1&n=2 | '' | v=1&n=2",
                "'' | v=1&n=2 | v=1&n=2",
                "utm_source=mail | v=1&n=2 | v=1&n=2",
                "v=1&n=2 | v=1&n=3 | v=1&n=3",
                "v=1&n=2 | ?from=xor | ?from=xor",
                "v=1&n=2 | main | v=1&n=2&main",
                "v=1&n=2 | Echobox=17 | v=1&n=2&Echobox=17",
                "v=1& | 38;n=2&#38;x=1 | v=1&#38;n=2&#38;x=1",
                "v=1& | x26;n=2 | v=1&#x26;n=2"
            })
    void ofAnAddressTheLinkIsWhatIsBehindItsHashIfThatIsOne(
            String query, String fragment, String link) {
        assertThat(Permalink.of(query, fragment)).isEqualTo(link);
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "&",
                        "=",
                        "%",
                        "%25",
                        "%2525",
                        "amp;",
                        "&amp;",
                        "&#38;",
                        "&#",
                        "=3D",
                        "=\r\n",
                        "?",
                        "#",
                        ".",
                        ").",
                        " ",
                        "+",
                        "\u200b",
                        "%26",
                        "%3D",
                        "v=1&",
                        "l1=",
                        "–",
                        "1,",
                        "1;",
                        "a",
                        "1",
                        "-",
                        "é",
                        "\ud83d",
                        "*",
                        "_",
                        "t=*",
                        "step=",
                        "pin=x.1:1,")
                .map(each -> each.repeat(200_000 / each.length()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsReadTakesTimeInProportion(String text) {
        for (String link :
                List.of(text, LINK + text, "v=1&t=" + text, "v=1&n=1&l1=o:relu:" + text)) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatCode(() -> Gallery.open(link)).doesNotThrowAnyException());
        }
    }
}
