package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results that travel in a link, and a class's in one table. */
class ResultBrowserTest extends BrowserTest {
    private static final String ADA = "/practise?ask=1&ans=Ada,dz.out.1:0*2E6,dz.out.2:-0*2E62";

    private static void answer(Page page, String address, String text) {
        Locator box = page.locator("[data-answer='" + address + "']");
        box.fill(text);
        box.press("Enter");
    }

    private static void isAdas(Page page) {
        Locator answers = page.locator(".answers tr");
        assertThat(answers.first()).hasAttribute("data-verdict", "right");
        assertThat(answers.last()).hasAttribute("data-verdict", "slip");
    }

    @Test
    void aResultTravelsInALinkAndIsMarkedAnew() {
        Page page = visit("/practise?ask=1", desk());
        answer(page, "dz.out.1", "0.6");
        answer(page, "dz.out.2", "-0.62");
        assertThat(page.locator(".handover")).isHidden();
        page.locator("header .pri").click();
        isAdas(page);
        page.getByLabel("Your name").fill("Ada");
        Locator link = page.locator("[data-result]");
        assertThat(link).hasValue(Pattern.compile("&ans=Ada,dz.out.1:0[*]2E6,dz.out.2:-0[*]2E62$"));
        axeFindsNothing(page);
        Page opened = visit(ADA, desk());
        isAdas(opened);
        assertThat(opened.getByLabel("Your name")).hasValue("Ada");
        opened.locator("header .pri").click();
        assertThat(opened.locator("[data-answer='dz.out.1']")).hasValue("0.6");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1440, 900, 1 of 2, Line 2 is no result link",
        "de, 390, 844, 1 von 2, Zeile 2 ist kein Ergebnis-Link"
    })
    void aClassIsATable(String language, int width, int height, String done, String refused)
            throws IOException {
        Page page = visit("/class?lang=" + language, desk().setViewportSize(width, height));
        page.locator("textarea")
                .fill(
                        String.join(
                                "\n",
                                address(ADA),
                                address("/practise?ask=1"),
                                "",
                                address("/practise?ask=1-2&ans==1*2B2,dz.out.1:*2E6")));
        page.locator("button.pri").click();
        Locator rows = page.locator(".result tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.first().locator("th")).hasText("Ada");
        assertThat(rows.first().locator("td").first()).hasText(done);
        assertThat(rows.first().locator("td").last()).hasText("loss-factor");
        assertThat(rows.last().locator("th")).hasText("=1+2");
        assertThat(page.locator("[role=status].found")).containsText(refused);
        axeFindsNothing(page);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        String csv =
                Files.readString(
                        page.waitForDownload(() -> page.locator("a[download]").click()).path());
        assertThat(csv.lines()).contains("Ada,1,0,1,0,,,,,loss-factor 1", "'=1+2,1,0,0,1,0,0,0,2,");
    }
}
