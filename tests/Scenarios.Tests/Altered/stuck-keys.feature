Feature: stuck keys, altered

  Background:
    Given the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a meter with:
      | name    | value |
      | profile | clou  |
    When the key "5" gets stuck
    And 11 seconds pass
    Then the display shows "Err 3"

  Scenario: Altered 2
    When the key "5" gets stuck
    And 11 seconds pass
    And 4 seconds pass
    And the customer presses "* 2 2 3"
    Then the display reads:
      """
      123
      """

  Scenario: Altered 3
    When the key "5" gets stuck
    And 11 seconds pass
    And 4 seconds pass
    And the key "5" comes loose
    Then the display reads:
      """
      56
      """

  Scenario: Altered 4
    When the key "5" gets stuck
    And 11 seconds pass
    And 4 seconds pass
    And the key "5" comes loose
    And the customer presses "* 5 6"
    And the customer presses "* 5 6"
    Then the display reads:
      """
      56
      """

  Scenario: Altered 5
    Given the keys bounce for 0 milliseconds
    When the customer presses "2 5" at the same moment
    Then the display reads:
      """
      15
      """

  Scenario: Altered 6
    Given the keys bounce for 0 milliseconds
    When the customer presses "1 6" at the same moment
    Then the display reads:
      """
      15
      """
