package org.chainrule.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The claims that stand beside the front end's sources, {@code frontend/*.test.ts}, tried in a
 * browser without the server: TypeScript makes modules of the sources, which import each other and
 * Lit as they are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComponentBrowserTest {
    private static final String ORIGIN = "http://components.test/";
    private static final Path NODE = Path.of(".node").toAbsolutePath();
    private static final Path MODULES = Path.of("target/frontend").toAbsolutePath();
    private static final String BLANK =
            """
            <!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
            <script type="importmap">
            {
              "imports": {
                "lit": "/lit/index.js",
                "lit/": "/lit/",
                "lit-html": "/lit/node_modules/lit-html/lit-html.js",
                "lit-html/": "/lit/node_modules/lit-html/",
                "lit-element/": "/lit/node_modules/lit-element/",
                "@lit/reactive-element": "/lit/node_modules/@lit/reactive-element/reactive-element.js",
                "@lit/reactive-element/": "/lit/node_modules/@lit/reactive-element/"
              }
            }
            </script>
            """;

    private final List<String> errors = new ArrayList<>();
    private RealBrowser browser;
    private Page page;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        compile();
        browser = new RealBrowser(Engine.CHROMIUM);
        page = browser.context(new Browser.NewContextOptions()).newPage();
        page.onPageError(errors::add);
        page.route(ORIGIN + "**", ComponentBrowserTest::serve);
        page.exposeFunction("press", keys -> done(() -> page.keyboard().press((String) keys[0])));
        page.exposeFunction("write", text -> done(() -> page.keyboard().type((String) text[0])));
        page.navigate(ORIGIN);
    }

    @AfterAll
    void quit() {
        browser.close();
    }

    /** A module for each source; the compiler's word on a wrong one is in the log. */
    private static void compile() throws IOException, InterruptedException {
        Process tsc =
                new ProcessBuilder(
                                NODE.resolve("bin/node").toString(),
                                NODE.resolve("lib/node_modules/typescript/bin/tsc").toString(),
                                "--project",
                                "frontend",
                                "--noEmit",
                                "false",
                                "--outDir",
                                MODULES.toString())
                        .inheritIO()
                        .start();
        assertThat(tsc.waitFor()).isZero();
    }

    private static void serve(Route route) {
        String path = URI.create(route.request().url()).getPath().substring(1);
        Route.FulfillOptions answer = new Route.FulfillOptions();
        if (path.isEmpty()) {
            answer.setContentType("text/html").setBody(BLANK);
        } else if (path.startsWith("lit/")) {
            answer.setPath(NODE.resolve("lib/node_modules").resolve(path));
        } else {
            answer.setPath(MODULES.resolve(path));
        }
        route.fulfill(answer);
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    @TestFactory
    Stream<DynamicContainer> claims() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("frontend"))) {
            List<String> modules =
                    sources.map(source -> source.getFileName().toString())
                            .filter(name -> name.endsWith(".test.ts"))
                            .map(name -> name.replace(".ts", ".js"))
                            .sorted()
                            .toList();
            assertThat(modules).isNotEmpty();
            return modules.stream().map(this::container);
        }
    }

    private DynamicContainer container(String module) {
        List<?> claims =
                (List<?>)
                        page.evaluate(
                                "async (module) => Object.keys((await import(module)).claims)",
                                "/" + module);
        assertThat(claims).isNotEmpty();
        return DynamicContainer.dynamicContainer(
                module,
                claims.stream()
                        .map(claim ->
                                DynamicTest.dynamicTest(
                                        (String) claim, () -> tried(module, (String) claim))));
    }

    private void tried(String module, String claim) {
        errors.clear();
        Object wrong =
                page.evaluate(
                        """
                        async ([module, claim]) => {
                          try {
                            await (await import(module)).claims[claim]();
                          } catch (error) {
                            return error.stack;
                          }
                        }\
                        """,
                        List.of("/" + module, claim));
        assertThat(wrong).isNull();
        assertThat(errors).isEmpty();
    }
}
