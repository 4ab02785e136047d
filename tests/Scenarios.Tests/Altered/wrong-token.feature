Feature: wrong token, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    When the customer keys in "9999 9999 9999 9999 9999"
    Then the meter refuses it
    And the display shows "Reject"
    And the meter holds 20.0 kWh
