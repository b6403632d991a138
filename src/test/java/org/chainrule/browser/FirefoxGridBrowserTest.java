package org.chainrule.browser;

/** Where numbers and controls stand in Firefox. */
class FirefoxGridBrowserTest extends GridBrowserTest {
    @Override
    Engine engine() {
        return Engine.FIREFOX;
    }
}
