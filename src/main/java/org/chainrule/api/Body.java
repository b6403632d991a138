package org.chainrule.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.chainrule.worksheet.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The body of a call: JSON in UTF-8, as it is, of 1 MiB at most. */
final class Body {
    private Body() {}

    /** The bytes of the body; null where it was refused, and the refusal has been sent. */
    static byte @Nullable [] of(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!isJson(request.getContentType()) || isEncoded(request)) {
            response.setHeader("Accept", MediaType.APPLICATION_JSON_VALUE);
            response.setHeader("Accept-Encoding", "identity");
            Problems.send(
                    response,
                    415,
                    "A body of application/json in UTF-8 is wanted, not compressed",
                    List.of());
            return null;
        }
        byte[] body;
        try {
            body = read(request);
        } catch (IOException e) {
            Problems.send(response, 400, "The body ends too early or is broken", List.of());
            return null;
        }
        if (body.length > Limits.DOCUMENT_BYTES) {
            Reading.Refusal size = new Reading.Refusal("", Fault.size());
            Problems.send(response, 413, "Document too large", List.of(size));
            return null;
        }
        return body;
    }

    /** One byte more than is allowed at most; a body that says it is longer is not waited for. */
    private static byte[] read(HttpServletRequest request) throws IOException {
        return request.getContentLengthLong() > Limits.DOCUMENT_BYTES
                ? new byte[Limits.DOCUMENT_BYTES + 1]
                : request.getInputStream().readNBytes(Limits.DOCUMENT_BYTES + 1);
    }

    private static boolean isEncoded(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(contentType));
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null
                            || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
