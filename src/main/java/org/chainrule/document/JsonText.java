package org.chainrule.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.chainrule.worksheet.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as it is brought: its tree, or one sentence of why it is none. The parser's own messages
 * reach nobody.
 */
final class JsonText {
    /** How deep lists and objects may stand in one another. */
    static final int DEEPEST = 100;

    /** How many digits a number may have. */
    static final int DIGITS = 1_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * Names are looked up in no table of the parser's own, which gives up where many of them
     * collide.
     */
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(DIGITS)
                                                    .maxNameLength(Limits.DOCUMENT_BYTES)
                                                    .maxStringLength(Limits.DOCUMENT_BYTES)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonText() {}

    /**
     * What {@code reader} makes of the tree, or {@code otherwise} of why there is none.
     *
     * @param bytes UTF-8, or UTF-16 or UTF-32 with or without a byte order mark
     */
    static <T> T read(byte[] bytes, Function<JsonNode, T> reader, Function<Fault, T> otherwise) {
        Charset charset = charset(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        String text = marked(out.flip()) ? out.position(1).toString() : out.toString();
        return result.isError()
                ? otherwise.apply(
                        JsonFault.at(text, text.length(), Fault.Reason.NOT_UNICODE, charset.name()))
                : read(text, reader, otherwise);
    }

    private static boolean marked(CharBuffer text) {
        return text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK;
    }

    private static <T> T read(
            String text, Function<JsonNode, T> reader, Function<Fault, T> otherwise) {
        if (text.isBlank()) {
            return otherwise.apply(Fault.of(Fault.Reason.EMPTY));
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JacksonException e) {
            return otherwise.apply(JsonFault.of(text, e.getLocation()));
        }
        return reader.apply(tree);
    }

    /** By a byte order mark, or by where the first character, which JSON has in ASCII, stands. */
    private static Charset charset(byte[] bytes) {
        boolean[] zero = new boolean[4];
        for (int i = 0; i < zero.length; i++) {
            zero[i] = i < bytes.length && bytes[i] == 0;
        }
        if (zero[0] && zero[1]) {
            return Charset.forName("UTF-32BE");
        }
        if (zero[2] && zero[3]) {
            return Charset.forName("UTF-32LE");
        }
        if (zero[0] || starts(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return zero[1] || starts(bytes, 0xff, 0xfe)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
