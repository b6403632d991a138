package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An open page shows the worksheet of its address, wherever the reader goes. */
class AddressBrowserTest extends BrowserTest {
    private static final String TWO = "v=1&t=Two&n=1&l1=out:identity:2&x=3&y=1&opt=sgd:0.1";
    private static final String FIVE = "v=1&t=Five&n=1&l1=out:identity:5&x=3&y=1&opt=sgd:0.1";

    /** Ways to another address in an open tab. */
    enum Way {
        HASH("link => { location.hash = link }"),
        TYPED("link => { location.href = location.href.split('#')[0] + '#' + link }"),
        CLICK("link => click('#' + link)"),
        CLICK_ON_A_QUERY("link => click('./?' + link)"),
        PUSHED_BY_THE_ROUTER(
                "link => dispatchEvent(new CustomEvent('vaadin-router-go',"
                        + " { detail: { pathname: location.pathname, search: '', hash: '#' + link } }))");

        private final String script;

        Way(String script) {
            this.script = script;
        }

        void go(Page page, String link) {
            page.evaluate(
                    "([way, link]) => { const click = href => {"
                            + " const a = Object.assign(document.createElement('a'), { href, textContent: '.' });"
                            + " document.querySelector('main').append(a); a.click(); a.remove(); };"
                            + " eval(way)(link) }",
                    List.of(script, link));
        }
    }

    private static void shows(Page page, String weight, boolean edited) {
        assertThat(input(page, "w.out.1.1")).hasValue(weight);
        Locator undo = page.getByLabel("Undo");
        if (edited) {
            assertThat(undo).isEnabled();
        } else {
            assertThat(undo).isDisabled();
        }
        assertThat(page.locator(".notice")).hasText("");
    }

    private static void isAt(Page page, String part) {
        page.waitForURL(Pattern.compile(Pattern.quote(part)));
    }

    @ParameterizedTest
    @EnumSource
    void anotherLinkInTheSameTabShowsItsWorksheet(Way way) {
        for (String start : new String[] {"/#" + TWO, "/?" + TWO}) {
            Page page = open(start);
            shows(page, "2", false);
            way.go(page, FIVE);
            shows(page, "5", false);
            assertThat(page).hasTitle("Five · Chainrule");
            assertThat(page.url()).contains(FIVE);
            page.goBack();
            shows(page, "2", false);
            page.goForward();
            shows(page, "5", false);
        }
    }

    @Test
    void theWayBackLeadsToTheEditsAndTheirHistory() {
        Page page = open("/#" + TWO);
        shows(page, "2", false);
        type(page, "w.out.1.1", "2.5");
        type(page, "w.out.1.1", "2.75");
        isAt(page, "identity:2.75");
        Way.HASH.go(page, FIVE);
        shows(page, "5", false);
        type(page, "x.1", "7");
        isAt(page, "x=7");
        page.goBack();
        shows(page, "2.75", true);
        page.getByLabel("Undo").click();
        shows(page, "2.5", true);
        isAt(page, "identity:2.5&");
        page.goForward();
        shows(page, "5", true);
        assertThat(input(page, "x.1")).hasValue("7");
        page.goBack();
        shows(page, "2.5", true);
        page.getByLabel("Undo").click();
        shows(page, "2", false);
        isAt(page, "identity:2&");
        page.reload();
        shows(page, "2", false);
        page.getByLabel("Redo").click();
        shows(page, "2.5", true);
    }

    @Test
    void anEditThatIsOnItsWayDoesNotOverwriteTheNextAddress() {
        Page page = open("/#" + TWO);
        shows(page, "2", false);
        type(page, "w.out.1.1", "2.5");
        Way.HASH.go(page, FIVE);
        shows(page, "5", false);
        type(page, "x.1", "7");
        isAt(page, "x=7");
        assertThat(page.url()).contains("t=Five").doesNotContain("identity:2");
    }

    @Test
    void aHashAddedToTheBareAddressIsRead() {
        Page page = open("/");
        assertThat(number(page, "p.out.1")).hasText("−0.85");
        Way.HASH.go(page, FIVE);
        shows(page, "5", false);
        page.goBack();
        assertThat(number(page, "p.out.1")).hasText("−0.85");
    }

    @Test
    void aDamagedOneIsNamedAndTheNextIsNot() {
        Page page = open("/#" + TWO);
        shows(page, "2", false);
        Way.HASH.go(page, TWO.replace("x=3", "x=–3€"));
        assertThat(page.locator(".notice")).containsText("damaged");
        assertThat(page.locator(".notice")).containsText("x: \"-3€\" is not a number");
        assertThat(number(page, "p.out.1")).hasText("−0.85");
        page.goBack();
        shows(page, "2", false);
    }

    @Test
    void theLanguageIsTheLinks() {
        Page page = open("/#" + TWO);
        shows(page, "2", false);
        Way.HASH.go(page, FIVE + "&lang=de");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        page.goBack();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        shows(page, "2", false);
    }

    @Test
    void anAnchorThatIsNoLinkChangesNothing() {
        Page page = open("/?" + TWO);
        type(page, "w.out.1.1", "2.5");
        isAt(page, "identity:2.5");
        Map<String, String> before = numbers(page);
        Way.HASH.go(page, "main");
        assertThat(page.locator(".notice")).containsText("main");
        assertThat(numbers(page)).isEqualTo(before);
        assertThat(page.getByLabel("Undo")).isEnabled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?%zz", "/?v=1&n=1%", "/?v=1&t=%FF&n=1", "/#%zz", "/#v=1&t=%E4"})
    void brokenPercentEncodingOpensTheFirstWorksheetWithAMessage(String link) {
        Page page = open(link);
        assertThat(page.locator(".notice")).containsText("damaged");
        assertThat(page.locator(".notice")).containsText("percent-encoding");
        assertThat(number(page, "p.out.1")).hasText("−0.85");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&srsltid=Afm | srsltid",
                "&utm_campaign=50%off&_ga=2 | _ga",
                "&fbclid=7 | ''",
                ". | ''",
                "). | ''"
            })
    void whatOtherProgramsAddDoesNoHarm(String added, String named) {
        for (String mark : new String[] {"?", "#"}) {
            for (String and : new String[] {"&", "&amp;", "&#38;"}) {
                Page page = open("/" + mark + TWO.replace("&", and) + added.replace("&", and));
                assertThat(input(page, "w.out.1.1")).hasValue(typed("2"));
                Locator notice = page.locator(".notice");
                if (named.isEmpty()) {
                    assertThat(notice).hasText("");
                } else {
                    assertThat(notice).containsText(named);
                    assertThat(notice).not().containsText("utm");
                }
                page.context().close();
            }
        }
    }

    @Test
    void thePrintablePageFollowsItsAddressToo() {
        Page page = visit("/print#" + TWO, desk());
        assertThat(page.locator("h1")).hasText("Two");
        Way.HASH.go(page, FIVE);
        assertThat(page.locator("h1")).hasText("Five");
        assertThat(page.locator(".back")).hasAttribute("href", Pattern.compile("t=Five"));
        page.goBack();
        assertThat(page.locator("h1")).hasText("Two");
        assertThat(page.locator("print-page")).not().hasAttribute("aria-busy", "true");
    }

    @Test
    void aPhoneOfAGermanReaderIsToldInGerman() {
        Page page =
                open("/?" + TWO + "&igsh=1", new Browser.NewContextOptions().setLocale("de-DE"));
        assertThat(page.locator(".notice")).containsText("unter igsh");
    }
}
