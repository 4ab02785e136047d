@acceptance
Feature: Tokens that a meter does not know
  The token language keeps room for later: the extended token set, reserved sub-classes, and those that belong to a
  maker. A meter that does not know a token refuses it, and is afterwards exactly as it was. (Source: IEC 62055-41,
  class 2, sub-class 10, and the reserved and proprietary sub-classes; the STS Association's page of token types.)

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: A token of the extended set is refused, whatever it would set, and nothing has changed

    Scenario Outline: <what>
      Given a 25.6 kWh credit token "good"
      And a token of class 2, sub-class 10 and value <value>
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh
      And the key revision is 1
      And the load switch is closed
      When the customer keys in token "good"
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples: index and control, and the flags of index 63
        | what                   | value |
        | Index 0 with control 0 | 0     |
        | Index 1 with control 1 | 1025  |
        | Flag 0 cleared         | 64512 |
        | Flag 0 set             | 64513 |
        | Flag 511 set           | 65535 |

    Scenario: It is refused the second time for the same reason
      Given a token of class 2, sub-class 10 and value 64513
      When the customer keys in the token
      And the customer keys in the token
      Then the meter refuses it
      And the display shows "Reject"
      And the meter holds 10.0 kWh

  Rule: A sub-class that is reserved or a maker's own is refused, and nothing has changed

    Scenario Outline: Class <class>, sub-class <sub-class>
      Given a token of class <class>, sub-class <sub-class> and value 255
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh
      And the key revision is 1
      And the load switch is closed

      Examples: credit that does not exist yet
        | class | sub-class |
        | 0     | 8         |
        | 0     | 15        |

      Examples: reserved, and a maker's own, in the clear
        | class | sub-class |
        | 1     | 3         |
        | 1     | 5         |
        | 1     | 6         |
        | 1     | 15        |

      Examples: tariff rate, water factor, a maker's own
        | class | sub-class |
        | 2     | 2         |
        | 2     | 7         |
        | 2     | 11        |
        | 2     | 15        |

    Scenario: It does not come between the two codes of an update
      Given the two key change codes to key revision 2 on base date 2014
      And a token of class 2, sub-class 11 and value 1
      When the customer keys in code 1
      And the customer keys in the token
      Then the meter refuses it
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 10.0 kWh

    Scenario: The read of the extended set is refused, too
      Given a token of class 1, sub-class 2 and value 0
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh
