package org.chainrule.api;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An answer as it came over a socket, to requests that no client would write.
 *
 * @param head the status line and the headers
 */
record Wire(int status, List<String> head, String body) {
    /** {@code request}: its first line, its other headers and its body, if any. */
    static Wire send(int port, String first, List<String> headers, byte... body)
            throws IOException {
        StringBuilder head = new StringBuilder(first + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 && headers.stream().noneMatch(Wire::saysLength)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static boolean saysLength(String header) {
        return header.startsWith("Content-Length") || header.startsWith("Transfer-Encoding");
    }

    private static Wire read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = List.of(answer.substring(0, end).split("\r\n", -1));
        return new Wire(
                Integer.parseInt(head.getFirst().split(" ", -1)[1]),
                head,
                answer.substring(end + 4));
    }

    /** The value of a header; empty where it is missing. */
    String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ": ";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
