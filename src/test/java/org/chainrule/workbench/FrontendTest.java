package org.chainrule.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two sides of every property and event agree: what Java says, and what TypeScript declares.
 */
class FrontendTest {
    private static final Path NODE = Path.of(".node").toAbsolutePath();

    private static List<String> java = List.of();
    private static List<String> typescript = List.of();

    @BeforeAll
    static void read() throws Exception {
        java = List.copyOf(Sources.lines());
        typescript = declared();
    }

    /** What the interfaces of {@code frontend/} declare, as the TypeScript compiler sees them. */
    private static List<String> declared() throws IOException, InterruptedException {
        var script = Objects.requireNonNull(FrontendTest.class.getResource("shapes.mjs"));
        Process node =
                new ProcessBuilder(
                                NODE.resolve("bin/node").toString(),
                                Path.of(script.getPath()).toString(),
                                NODE.resolve("lib/node_modules/typescript").toString(),
                                "frontend")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines = node.inputReader().lines().toList();
        assertThat(node.waitFor()).isZero();
        return lines;
    }

    /**
     * A record is sent under the name of a property that reads its very shape, and every property
     * is sent: names, optionality, null and simple types. Of events the names agree, and the names
     * and types of all their details together.
     */
    @ParameterizedTest
    @ValueSource(strings = {"property ", "event ", "detail "})
    void javaSaysWhatTypescriptReads(String kind) {
        assertThat(of(kind, java))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(of(kind, typescript));
    }

    private static List<String> of(String kind, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(kind)).toList();
    }
}
