package org.chainrule.workbench.kit;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A text that is downloaded: it is written when it is asked for. */
public final class TextFile {
    private TextFile() {}

    public static DownloadHandler of(Supplier<String> name, String type, Supplier<String> text) {
        return DownloadHandler.fromInputStream(_ -> {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), name.get(), type, bytes.length);
        });
    }
}
