package org.chainrule.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address and no form leaves a blank page behind. */
class DoorsBrowserTest extends BrowserTest {
    private static final String LINK = "v=1&n=1&l1=out:identity:0.5&x=3&y=1&opt=sgd:0.1";

    @ParameterizedTest
    @ValueSource(strings = {"//?", "///?", "/./?"})
    void aLinkWithASlashTooManyOpensItsWorksheet(String start) {
        Page page = open(start + LINK);
        assertThat(number(page, "p.out.1")).hasText("1.5000");
        assertThat(page.url()).contains("/?v=1&").doesNotContain("//?");
        type(page, "w.out.1.1", "0.25");
        assertThat(number(page, "p.out.1")).hasText("0.7500");
    }

    @Test
    void theOtherPagesStandAtATrailingSlashToo() {
        assertThat(visit("/gallery/", desk()).locator("gallery-page li").first()).isVisible();
        assertThat(visit("/print/?" + LINK, desk()).locator("math").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/nope/", "//nope", "/nope/deeper/still", "/VAADIN/nope"})
    void anUnknownPageLeadsToTheFirstWorksheet(String address) {
        Page page = visit(address, desk());
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Page not found");
        isAnsweredWith(404);
        leadsBack(page);
    }

    @Test
    void aFormThatIsSentToAPageLeadsToTheFirstWorksheet() {
        Page page = visit("/about", desk());
        page.evaluate(
                """
                () => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = '/gallery';
                  document.body.append(form);
                  form.submit();
                }\
                """);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This page is only read");
        isAnsweredWith(405);
        leadsBack(page);
    }

    private static void leadsBack(Page page) {
        axeFindsNothing(page);
        page.getByRole(AriaRole.LINK).click();
        assertThat(number(page, "J")).isVisible();
    }
}
