package org.chainrule.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebKit, Safari's engine, as Debian has it: on a screen of its own, and spoken to in WebDriver's
 * words. Those are few here, and the drivers that know them all bring fifteen libraries along.
 */
final class WebKit implements AutoCloseable {
    /** The name of an element's reference, as the standard has it. */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private static final String ENTER = "\uE007";
    private static final Duration PATIENCE = Duration.ofMillis((long) RealBrowser.PATIENCE);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Process driver;
    private final URI root;
    private final String session;

    WebKit() {
        int port = freePort();
        root = URI.create("http://127.0.0.1:" + port);
        driver = start(port);
        try {
            until("the driver to listen", this::isReady);
            JsonNode answer = post("/session", Map.of("capabilities", Map.of()));
            session = "/session/" + answer.path("sessionId").asString();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(int port) {
        String program = System.getenv().getOrDefault("CHAINRULE_WEBKIT", "WebKitWebDriver");
        ProcessBuilder builder =
                new ProcessBuilder(
                                "xvfb-run",
                                "--auto-servernum",
                                "--server-args=-screen 0 1600x1000x24",
                                program,
                                "--port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // WebKit's sandbox needs namespaces that a container's root has not.
        builder.environment().put("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        assertThat(driver.isAlive()).as("xvfb-run and its driver live").isTrue();
        try {
            return call("GET", "/status", null).path("ready").asBoolean(false);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    void open(String url) {
        post(session + "/url", Map.of("url", url));
    }

    void resize(int width, int height) {
        post(session + "/window/rect", Map.of("width", width, "height", height));
    }

    /** What a function's body returns; {@code arguments} are its own. */
    JsonNode run(String body, Object... arguments) {
        return post(session + "/execute/sync", Map.of("script", body, "args", List.of(arguments)));
    }

    /** Whether an expression comes true while one waits. */
    void awaits(String expression) {
        until(expression, () -> run("return !!(" + expression + ")").asBoolean());
    }

    String text(String selector) {
        return run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)
                .asString();
    }

    void click(String selector) {
        post(element(selector) + "/click", Map.of());
    }

    void type(String selector, String text) {
        click(selector);
        post(element(selector) + "/clear", Map.of());
        post(element(selector) + "/value", Map.of("text", text + ENTER));
    }

    /** From now on all is about the page within this frame. */
    void enter(String selector) {
        post(session + "/frame", Map.of("id", Map.of(ELEMENT, reference(selector))));
    }

    private String element(String selector) {
        return session + "/element/" + reference(selector);
    }

    private String reference(String selector) {
        return post(session + "/element", Map.of("using", "css selector", "value", selector))
                .path(ELEMENT)
                .asString();
    }

    private JsonNode post(String path, Object body) {
        return call("POST", path, body);
    }

    private JsonNode call(String method, String path, @Nullable Object body) {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
            return json.readTree(answer.body()).path("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void until(String what, Callable<Boolean> holds) {
        await(what).atMost(PATIENCE).until(holds);
    }

    @Override
    public void close() {
        call("DELETE", session, null);
        stop();
    }

    /** The screen goes with the driver: {@code xvfb-run} ends once what it runs has ended. */
    private void stop() {
        driver.children().forEach(ProcessHandle::destroy);
        driver.onExit().join();
    }
}
