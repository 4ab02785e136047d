Feature: profiles, altered

  Background:
    Given a meter with:
    | name    | value  |
    | profile | conlog |
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a meter with:
      | name    | value |
      | profile | clou  |
    When the customer presses "1234568"
    Then the display reads:
      """
       7 4-567
      """

  Scenario: Altered 2
    Given a meter with:
      | name    | value |
      | profile | clou  |
    When the customer presses "12345678901234567890"
    When the customer presses "12345678901234567890"
    Then the display reads:
      """
      20 -7890
      """

  Scenario: Altered 3
    Given a meter with:
      | name    | value      |
      | profile | landis-gyr |
    When the customer presses "1234567"
    When the customer presses "1234567"
    Then the display reads:
      """
              1234.567
      """

  Scenario: Altered 4
    When the customer presses "9999 9999 9999 9999 9999 #"
    Then the display shows "Reject"
    Then the display reads:
      """
      """
    When 500 milliseconds pass
    Then the display reads:
      """
      Reject
      """

  Scenario: Altered 5
    When the customer presses "9999 9999 9999 9999 9999 #"
    And 12 seconds pass
    And 12 seconds pass
    Then the display reads:
      """
      """
    When 4 seconds pass
    Then the display reads:
      """
      Credit
      10.0 kWh
      """

  Scenario: Altered 6
    Given a meter with:
      | name    | value |
      | profile | clou  |
    And the token for test 1
    When the customer keys in the token
    Then the display shows "AccEPt"
    And the display shows "OPEn"
    And the display shows "OPEn"
