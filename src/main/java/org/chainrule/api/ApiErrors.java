package org.chainrule.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of the API for calls that it does not have. */
@RestControllerAdvice(basePackageClasses = SolveController.class)
class ApiErrors {
    @ExceptionHandler
    void wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletResponse response)
            throws IOException {
        Problems.send(response, 405, "Method not allowed", List.of());
    }
}
