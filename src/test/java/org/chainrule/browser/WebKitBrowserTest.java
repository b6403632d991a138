package org.chainrule.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A short walk in Safari's engine. Where none can be had, {@code ./chainrule test} says so. */
@DisabledIfEnvironmentVariable(named = "CHAINRULE_WEBKIT", matches = "none")
class WebKitBrowserTest extends BrowserTest {
    private static final String READY =
            """
            document.querySelector("[data-q='J'], .solution [data-step='5']") && document.fonts.status === 'loaded'
              && Object.values(window.Vaadin.Flow.clients).every((c) => !c.isActive?.())\
            """;

    private static WebKit page;

    @BeforeAll
    static void start() {
        page = new WebKit();
    }

    @AfterAll
    static void end() {
        page.close();
    }

    private void show(String link) {
        page.resize(1440, 900);
        page.open(address(link));
        page.awaits(READY);
    }

    /** On a telephone's width, which its windows cannot have: in a frame. */
    private void showNarrow(String link) {
        page.open(address("/gallery"));
        page.run(
                """
                document.body.innerHTML = '<iframe style="width: 390px; height: 844px; border: 0"></iframe>';
                document.querySelector('iframe').src = arguments[0];\
                """,
                address(link));
        page.enter("iframe");
        page.awaits("location.pathname !== 'blank' && document.readyState === 'complete'");
        page.awaits(READY);
    }

    private static String number(String address) {
        return page.text("[data-q='" + address + "']");
    }

    private static void awaitNumber(String address, String text) {
        page.awaits(
                "document.querySelector(\"[data-q='%s']\").textContent === '%s'"
                        .formatted(address, text));
    }

    private static List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String script : List.of(Boxes.SCRIPT, Overlaps.SCRIPT)) {
            for (JsonNode fault : page.run("return (" + script + ")()")) {
                faults.add(fault.asString());
            }
        }
        return faults;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?pin=w.hid.1.1:0.3"})
    void theFirstWorksheetStandsAsInTheOthers(String link) {
        show(link);
        assertThat(number("p.out.1")).isEqualTo("−0.85");
        assertThat(faults()).isEmpty();
        JsonNode rows =
                page.run(
                        """
                        return [...document.querySelectorAll('.wg tbody tr')]
                          .map((row) => [...row.cells].slice(1).map((e) => e.getBoundingClientRect().height))\
                        """);
        assertThat(rows).hasSize(4);
        for (JsonNode row : rows) {
            assertThat(row.path(0).asDouble())
                    .isBetween(55.0, 85.0)
                    .isEqualTo(row.path(1).asDouble());
        }
    }

    @Test
    void anEditChangesWhatDependsOnItAndItsLinkIsCopied() {
        show("/");
        page.type("input[data-q='w.hid.1.1']", "-0.3");
        awaitNumber("p.hid.1", "0.12");
        page.click("header .btn.pri[data-copies]");
        page.awaits("document.querySelector('.notice').textContent");
        assertThat(page.text(".notice")).contains("on the clipboard");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSixStepsHaveTheirFormulas(boolean narrow) {
        if (narrow) {
            showNarrow("/?sel=dw.out.1.1");
        } else {
            show("/?sel=dw.out.1.1");
        }
        for (int step = 0; step <= 5; step++) {
            String button = ".steps [data-step='" + step + "']";
            // On a phone the sheet of the derivation may stand over it.
            page.run(
                    "document.querySelector(\"%s\").scrollIntoView({block: 'center'})"
                            .formatted(button));
            page.click(button);
            page.awaits("document.querySelector(\"%s\").ariaCurrent === 'step'".formatted(button));
            JsonNode formula =
                    page.run(
                            "return document.querySelector('.step .content math').getBoundingClientRect()");
            assertThat(formula.path("height").asDouble()).isGreaterThan(16);
            assertThat(faults()).isEmpty();
        }
    }

    @Test
    void thePrintedSheetHasEveryStep() {
        show("/print");
        assertThat(
                        page.run(
                                        "return document.querySelectorAll('.solution [data-step] math').length")
                                .asInt())
                .isGreaterThan(20);
        assertThat(page.text(".solution [data-step='5']")).contains("−1.4077");
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/?pin=w.hid.1.1:0.3&lang=de", "/?tab=build", "/?tab=data", "/?tab=train"})
    void nothingIsWiderThanAPhone(String link) {
        showNarrow(link);
        assertThat(page.run("return innerWidth").asInt()).isEqualTo(390);
        assertThat(faults()).isEmpty();
    }

    @Test
    void aNegativeNumberIsTypedOnAPhonesWidth() {
        showNarrow("/");
        page.type("input[data-q='x.1']", "-1");
        awaitNumber("p.hid.1", "0.23");
    }
}
