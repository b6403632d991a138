package org.chainrule.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers of the API for calls that it does not have. */
@RestControllerAdvice
class ApiErrors {
    @ExceptionHandler
    void wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletResponse response)
            throws IOException {
        String[] supported = e.getSupportedMethods();
        String methods = supported == null ? "GET" : String.join(", ", supported);
        response.setHeader("Allow", methods);
        Problems.send(response, 405, "This call takes " + methods, List.of());
    }

    @ExceptionHandler
    void unknownCall(NoResourceFoundException e, HttpServletResponse response) throws IOException {
        Problems.send(response, 404, "There is no such call", List.of());
    }
}
